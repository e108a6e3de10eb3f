"""``tf.layers``: functions and objects, kinds of layers, sizes, what they refuse."""
