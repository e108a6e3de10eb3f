"""Mutants of the checker's own source, and which recorded programs notice them."""
