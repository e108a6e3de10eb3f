"""``tf.contrib``: its layers, losses, columns, training helpers, variables by name."""
