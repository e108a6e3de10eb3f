# What the slim beside TensorFlow 2 shows is the same by the modules that define it.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf
import tf_slim as slim
from tf_slim.layers import layers as layers_lib
from tf_slim.layers import normalization, regularizers
from tf_slim.losses import loss_ops
from tf_slim.ops import arg_scope as arg_scope_lib
from tf_slim.ops import variables as variables_lib
from tf_slim.ops.arg_scope import add_arg_scope

tf.disable_eager_execution()


@add_arg_scope
def scaled(inputs, factor=1.0, scope=None):
    with tf.variable_scope(scope, "scaled", [inputs]):
        return inputs * variables_lib.variable("scale", [], tf.float32) * factor


x = tf.placeholder(tf.float32, [8, 12])
with arg_scope_lib.arg_scope(
    [layers_lib.fully_connected], weights_regularizer=regularizers.l2_regularizer(0.1)
):
    with slim.arg_scope([scaled], factor=2.0):
        hidden = scaled(layers_lib.fully_connected(x, 6))
    hidden = layers_lib.bias_add(hidden, scope="added")
    with tf.variable_scope("norm"):
        hidden = normalization.group_norm(hidden, groups=3, channels_axis=-1, reduction_axes=[])
slim.fully_connected(hidden, 4, scope="last")
layers_lib.fully_connected(hidden, 4, scope="last", reuse=True)
loss = loss_ops.mean_squared_error(hidden, tf.zeros([8, 6]))
tf.get_variable("found", [len(variables_lib.get_variables()), len(slim.get_model_variables())])
tf.get_variable("losses", [len(loss_ops.get_losses()), len(tf.losses.get_losses())])
layers_lib.fully_connected(hidden, 4, scope="last")
