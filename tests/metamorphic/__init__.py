"""Rewrites of a program that must not change what is found in it."""
