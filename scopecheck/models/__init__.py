"""What TensorFlow does, as far as it decides variables: one module for each part of it."""
