# The collections that contrib's layers put their variables into, for all or by their names.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers

names = ["weights", "biases", "beta", "gamma", "moving_mean", "moving_variance"]
by_name = {name: ["all_" + name] for name in names}
x = tf.random_uniform((5, 5, 5, 3))


def count(when):
    for name in names:
        held = tf.get_collection("all_" + name)
        tf.Variable(0.0, name="%s_%s_%d" % (when, name, len(held)))


layers.batch_norm(x, scale=True, variables_collections=by_name)
layers.batch_norm(x, scale=True, variables_collections=by_name, fused=False)
layers.batch_norm(x[0, 0], scale=True, variables_collections=by_name)
count("normalized")
layers.fully_connected(x[0, 0], 2, variables_collections=by_name, scope="full")
layers.fully_connected(x[0, 0], 2, variables_collections=by_name, scope="full", reuse=True)
layers.conv2d(x, 2, 3, variables_collections=by_name)
layers.conv2d_transpose(x, 2, 3, variables_collections=by_name)
layers.separable_conv2d(x, 2, 3, 1, variables_collections=by_name)
layers.conv2d_in_plane(x, 3, variables_collections=by_name)
count("products")
layers.bias_add(x, variables_collections=by_name)
layers.layer_norm(x, variables_collections=by_name)
layers.instance_norm(x, variables_collections=by_name)
layers.group_norm(x, groups=3, variables_collections=by_name)
count("others")
with tf.contrib.framework.arg_scope([layers.conv2d], variables_collections=["mine"]):
    layers.conv2d(x, 2, 3)
    layers.conv2d(x, 2, 3, normalizer_fn=layers.batch_norm)
for held in tf.get_collection("mine"):
    tf.Variable(0.0, name="has_" + held.op.name.replace("/", "_"))
