"""numpy: arrays of known shape."""
