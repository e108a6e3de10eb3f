# d/w:0  # safe
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def discriminator(image):
    with tf.variable_scope("d"):
        return tf.matmul(image, tf.get_variable("w", [4, 1]))


real = discriminator(tf.placeholder(tf.float32, [None, 4]))

# The second call shares.
tf.get_variable_scope().reuse_variables()
fake = discriminator(tf.random_normal([8, 4]))  # generated

loss = tf.reduce_mean(real) - tf.reduce_mean(fake)
train = tf.train.AdamOptimizer(0.01).minimize(loss)
print(*(v.name for v in tf.trainable_variables()))
