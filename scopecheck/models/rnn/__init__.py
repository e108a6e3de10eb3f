"""Recurrent networks: cells, wrappers, loops, attention and decoders."""
