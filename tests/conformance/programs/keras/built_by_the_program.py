# What is built by the program itself has no scope of its own; attention is scaled by a weight.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Model(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.first = tf.keras.layers.Dense(3)
        self.second = tf.keras.layers.LSTM(3)

    def call(self, inputs):
        return self.second(self.first(inputs))


class Pair(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.first = tf.keras.layers.Dense(3)
        self.second = tf.keras.layers.Dense(2, use_bias=False)

    def call(self, inputs):
        return self.first(inputs[0]) + self.second(inputs[1])


model = Model()
model.build((None, 2, 4))
model(tf.zeros([2, 2, 4]))
Model()(tf.zeros([2, 2, 4]))
with tf.variable_scope("outer"):
    Model().build((None, 2, 4))
dense = tf.keras.layers.Dense(2)
dense.build((None, 5))
tf.get_variable("more", [len(dense.weights)])
queries, values = tf.zeros([2, 3, 4]), tf.zeros([2, 5, 4])
tf.layers.dense(tf.keras.layers.Attention(use_scale=True)([queries, values]), 2)
tf.layers.dense(tf.keras.layers.AdditiveAttention()([queries, values, values]), 2)
tf.keras.layers.AdditiveAttention(use_scale=False)([queries, values])
tf.keras.layers.Attention()([queries, values])
attention = tf.keras.layers.Attention(use_scale=True)
attention.build([[1, 2, 3], [1, 2, 3]])
Pair().build([(None, 4), (None, 5)])
