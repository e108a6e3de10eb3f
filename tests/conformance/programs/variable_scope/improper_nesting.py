# Scopes are left in the reverse order of their entry.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
outer, inner = tf.variable_scope("a"), tf.variable_scope("b")
outer.__enter__()
inner.__enter__()
outer.__exit__(None, None, None)
