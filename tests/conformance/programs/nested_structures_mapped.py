# nest maps, flattens and packs structures of tensors; dicts go by their sorted keys.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

nest = tf.nest
state = {"h": tf.zeros([2, 3]), "c": (tf.zeros([2, 4]), tf.zeros([2, 5]))}


def project(x):
    return tf.layers.dense(x, x.get_shape().as_list()[-1])


out = nest.map_structure(project, state)
flat = nest.flatten(out)
again = nest.pack_sequence_as(state, [tf.layers.dense(one, 2) for one in flat])
tf.get_variable("like", again["h"].shape)
tf.get_variable("count%d" % len(flat), [1])
if nest.is_nested(state):
    tf.get_variable("like", again["c"][1].shape)
