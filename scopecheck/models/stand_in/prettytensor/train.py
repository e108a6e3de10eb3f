"""Runners and readers are not followed."""
