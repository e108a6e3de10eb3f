# A concrete function is one trace of a function, taken without a call: specifications stand for tensors.
# tensorflow: 2.21
import tensorflow as tf


@tf.function
def plain(x):
    with tf.compat.v1.variable_scope("plain", reuse=tf.compat.v1.AUTO_REUSE):
        return x * tf.compat.v1.get_variable("w", [x.shape[1]])


@tf.function(input_signature=[tf.TensorSpec([None, 4]), {"b": tf.TensorSpec([5], tf.int32)}])
def signed(x, more):
    with tf.compat.v1.variable_scope("signed", reuse=tf.compat.v1.AUTO_REUSE):
        return tf.compat.v1.get_variable("w", [x.shape[1], more["b"].shape[0]])


class Net(tf.Module):
    @tf.function
    def __call__(self, x):
        if not hasattr(self, "w"):
            self.w = tf.Variable(tf.ones([x.shape[-1]]), name="own")
        return x + self.w


concrete = plain.get_concrete_function(tf.TensorSpec([None, 3], tf.float32))
signed.get_concrete_function()
total = concrete(tf.ones([2, 3]))
net = Net()
net.__call__.get_concrete_function(x=tf.TensorSpec([None, 7]))
net(tf.ones([2, 7]))
tf.Variable(tf.ones([total.shape[-1], concrete.structured_outputs.shape[1]]), name="after")


@tf.function
def twice(x):
    return x * tf.compat.v1.get_variable("twice", [x.shape[1]])


twice.get_concrete_function(tf.TensorSpec([None, 3]))
