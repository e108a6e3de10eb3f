import numpy as np
import tensorflow.compat.v1 as tf

epsilon = 1e-9
iter_routing = 3
stddev = 0.01


class CapsLayer(object):
    def __init__(self, num_outputs, vec_len, with_routing=True, layer_type="FC"):
        self.num_outputs = num_outputs
        self.vec_len = vec_len
        self.with_routing = with_routing
        self.layer_type = layer_type

    def __call__(self, input, kernel_size=None, stride=None):
        if self.layer_type == "CONV":
            self.kernel_size = kernel_size
            self.stride = stride
            if not self.with_routing:
                batch = input.get_shape().as_list()[0]
                capsules = tf.layers.conv2d(input, self.num_outputs * self.vec_len, self.kernel_size, self.stride,
                                            padding="VALID", activation=tf.nn.relu)
                capsules = tf.reshape(capsules, (batch, -1, self.vec_len, 1))
                return squash(capsules)
        if self.layer_type == "FC":
            if self.with_routing:
                self.input = tf.reshape(input, shape=(input.shape[0], -1, 1, input.shape[-2], 1))
                with tf.variable_scope("routing"):
                    shape = [int(input.shape[0]), self.input.shape[1], self.num_outputs, 1, 1]
                    b_IJ = tf.constant(np.zeros([int(d) for d in shape], dtype=np.float32))
                    capsules = routing(self.input, b_IJ, num_outputs=self.num_outputs, num_dims=self.vec_len)
                    capsules = tf.squeeze(capsules, axis=1)
                return capsules


def routing(input, b_IJ, num_outputs=10, num_dims=16):
    input_shape = input.get_shape().as_list()
    W = tf.get_variable("Weight", shape=[1, input_shape[1], num_dims * num_outputs] + input_shape[-2:], dtype=tf.float32,
                        initializer=tf.random_normal_initializer(stddev=stddev))
    biases = tf.get_variable("bias", shape=(1, 1, num_outputs, num_dims, 1))
    input = tf.tile(input, [1, 1, num_dims * num_outputs, 1, 1])
    u_hat = tf.reduce_sum(W * input, axis=3, keepdims=True)
    u_hat = tf.reshape(u_hat, shape=[-1, input_shape[1], num_outputs, num_dims, 1])
    u_hat_stopped = tf.stop_gradient(u_hat, name="stop_gradient")
    for r_iter in range(iter_routing):
        with tf.variable_scope("iter_" + str(r_iter)):
            c_IJ = tf.nn.softmax(b_IJ, axis=2)
            if r_iter == iter_routing - 1:
                s_J = tf.multiply(c_IJ, u_hat)
                s_J = tf.reduce_sum(s_J, axis=1, keepdims=True) + biases
                v_J = squash(s_J)
            elif r_iter < iter_routing - 1:
                s_J = tf.multiply(c_IJ, u_hat_stopped)
                s_J = tf.reduce_sum(s_J, axis=1, keepdims=True) + biases
                v_J = squash(s_J)
                v_J_tiled = tf.tile(v_J, [1, input_shape[1], 1, 1, 1])
                b_IJ += tf.reduce_sum(u_hat_stopped * v_J_tiled, axis=3, keepdims=True)
    return v_J


def squash(vector):
    vec_squared_norm = tf.reduce_sum(tf.square(vector), -2, keepdims=True)
    scalar_factor = vec_squared_norm / (1 + vec_squared_norm) / tf.sqrt(vec_squared_norm + epsilon)
    return scalar_factor * vector
