"""Programs made at random, what is predicted for each, and what TensorFlow does with it."""
