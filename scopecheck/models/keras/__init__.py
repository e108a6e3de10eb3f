"""Keras: layers and models as units, what ``trainable`` and ``compile`` do, its variables."""
