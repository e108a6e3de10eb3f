"""Feature columns and the layers that are made of them."""
