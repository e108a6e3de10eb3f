# Placeholders that a graph gives by their names, and names that it doesn't have.
# tensorflow: 1.15
import tensorflow as tf


def placeholder(spec):
    graph = tf.get_default_graph()
    try:
        found = graph.get_tensor_by_name(spec.name + ":0")
        assert "Placeholder" in found.op.type
        assert spec.is_compatible_with(found)
        return found
    except KeyError:
        pass
    with tf.name_scope(None):
        return tf.placeholder(spec.dtype, shape=spec.shape, name=spec.name)


specs = [
    tf.TensorSpec((None, 4), tf.float32, "picture"),
    tf.TensorSpec(shape=[None], dtype=tf.int32, name="truth"),
]
for one in specs:
    if isinstance(one, tf.Tensor) or one.name.endswith(":0"):
        raise TypeError("a specification is no tensor")
for tower in ("one", "two"):
    with tf.variable_scope(tower):
        picture, truth = [placeholder(one) for one in specs]
        tf.layers.dense(picture, int(truth.shape.ndims) + 2)
        tf.get_variable(picture.name.split(":")[0] + str(picture is placeholder(specs[0])), [1])
with tf.name_scope("inner"):
    tf.placeholder_with_default([[1.0, 2.0]], [None, 2], name="held")
held = tf.get_default_graph().get_tensor_by_name("inner/held:0")
tf.layers.dense(held, 3)
wide = tf.TensorSpec.from_tensor(held, "wide")
assert not wide.is_compatible_with(tf.zeros([2, 3]))
tf.get_variable(wide.name, wide.shape[1:])
tf.get_default_graph().get_tensor_by_name("picture_of_nothing:0")
