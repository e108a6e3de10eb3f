# A denoising autoencoder with tied weights: the decoder transposes the encoder's matrices and adds biases of its own.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
sizes = [784, 128, 32]
x = tf.placeholder(tf.float32, [None, sizes[0]])
noise = tf.random_normal(tf.shape(x), stddev=0.1)

h = x + noise
weights = []
with tf.variable_scope("encoder"):
    for depth, (rows, columns) in enumerate(zip(sizes[:-1], sizes[1:])):
        with tf.variable_scope("layer_%d" % depth):
            w = tf.get_variable("w", [rows, columns])
            b = tf.get_variable("b", [columns], initializer=tf.zeros_initializer())
            h = tf.nn.sigmoid(tf.matmul(h, w) + b)
            weights.append(w)

code = tf.identity(h, name="code")
with tf.variable_scope("decoder"):
    for depth, w in reversed(list(enumerate(weights))):
        with tf.variable_scope("layer_%d" % depth):
            b = tf.get_variable("b", w.get_shape()[:1], initializer=tf.zeros_initializer())
            h = tf.nn.sigmoid(tf.matmul(h, w, transpose_b=True) + b)

loss = tf.reduce_mean(tf.squared_difference(h, x))
step = tf.train.get_or_create_global_step()
tf.train.AdagradOptimizer(0.05).minimize(loss, global_step=step)
