"""Digit capsules with routing by agreement, and a decoder that reconstructs the digit."""
import numpy as np
import tensorflow.compat.v1 as tf
from capsLayer import CapsLayer

tf.disable_v2_behavior()

epsilon = 1e-9
m_plus, m_minus, lambda_val, regularization_scale = 0.9, 0.1, 0.5, 0.392


class CapsNet(object):
    def __init__(self, batch_size=2, height=20, width=20, channels=1, num_label=4, is_training=True):
        self.batch_size = batch_size
        self.height, self.width, self.channels, self.num_label = height, width, channels, num_label
        self.graph = tf.Graph()
        with self.graph.as_default():
            if is_training:
                self.X = tf.placeholder(tf.float32, shape=(batch_size, height, width, channels))
                self.labels = tf.placeholder(tf.int32, (batch_size,))
                self.Y = tf.one_hot(self.labels, depth=self.num_label, axis=1, dtype=tf.float32)
                self.build_arch()
                self.loss()
                self._summary()
                self.global_step = tf.Variable(0, name="global_step", trainable=False)
                self.optimizer = tf.train.AdamOptimizer()
                self.train_op = self.optimizer.minimize(self.total_loss, global_step=self.global_step)
            else:
                self.X = tf.placeholder(tf.float32, shape=(batch_size, height, width, channels))
                self.labels = tf.placeholder(tf.int32, shape=(batch_size,))
                self.Y = tf.reshape(self.labels, shape=(batch_size, num_label, 1))
                self.build_arch()

    def build_arch(self):
        with tf.variable_scope("Conv1_layer"):
            conv1 = tf.layers.conv2d(self.X, 8, kernel_size=9, strides=1, padding="VALID", activation=tf.nn.relu)
            assert conv1.get_shape() == [self.batch_size, self.height - 8, self.width - 8, 8]
        with tf.variable_scope("PrimaryCaps_layer"):
            primary = CapsLayer(num_outputs=2, vec_len=4, with_routing=False, layer_type="CONV")
            caps1 = primary(conv1, kernel_size=9, stride=2)
        with tf.variable_scope("DigitCaps_layer"):
            digit = CapsLayer(num_outputs=self.num_label, vec_len=6, with_routing=True, layer_type="FC")
            self.caps2 = digit(caps1)
        with tf.variable_scope("Masking"):
            self.v_length = tf.sqrt(tf.reduce_sum(tf.square(self.caps2), axis=2, keepdims=True) + epsilon)
            self.softmax_v = tf.nn.softmax(self.v_length, axis=1)
            self.argmax_idx = tf.to_int32(tf.argmax(self.softmax_v, axis=1))
            self.masked_v = tf.multiply(tf.squeeze(self.caps2), tf.reshape(self.Y, (-1, self.num_label, 1)))
        with tf.variable_scope("Decoder"):
            vector_j = tf.reshape(self.masked_v, shape=(self.batch_size, -1))
            fc1 = tf.layers.dense(vector_j, 32, activation=tf.nn.relu)
            fc2 = tf.layers.dense(fc1, 64, activation=tf.nn.relu)
            self.decoded = tf.layers.dense(fc2, self.height * self.width * self.channels, activation=tf.sigmoid)

    def loss(self):
        max_l = tf.square(tf.maximum(0.0, m_plus - self.v_length))
        max_r = tf.square(tf.maximum(0.0, self.v_length - m_minus))
        max_l = tf.reshape(max_l, shape=(self.batch_size, -1))
        max_r = tf.reshape(max_r, shape=(self.batch_size, -1))
        L_c = self.Y * max_l + lambda_val * (1 - self.Y) * max_r
        self.margin_loss = tf.reduce_mean(tf.reduce_sum(L_c, axis=1))
        orgin = tf.reshape(self.X, shape=(self.batch_size, -1))
        self.reconstruction_err = tf.reduce_mean(tf.square(self.decoded - orgin))
        self.total_loss = self.margin_loss + regularization_scale * self.reconstruction_err

    def _summary(self):
        train_summary = [tf.summary.scalar("train/margin_loss", self.margin_loss)]
        recon_img = tf.reshape(self.decoded, shape=(self.batch_size, self.height, self.width, self.channels))
        train_summary.append(tf.summary.image("reconstruction_img", recon_img))
        self.train_summary = tf.summary.merge(train_summary)
        self.accuracy = tf.reduce_sum(tf.cast(tf.equal(self.labels, tf.squeeze(self.argmax_idx)), tf.float32))


def main(_):
    model = CapsNet()
    sv = tf.Session(graph=model.graph)
    with model.graph.as_default():
        init = tf.global_variables_initializer()
    sv.run(init)
    _, accuracy = sv.run([model.train_op, model.accuracy], {model.X: np.random.rand(2, 20, 20, 1), model.labels: [0, 3]})
    assert not np.isnan(accuracy)
    print(accuracy)


if __name__ == "__main__":
    tf.app.run()
