"""Real bugs put into right programs, one at a time: what TensorFlow says and what is found."""
