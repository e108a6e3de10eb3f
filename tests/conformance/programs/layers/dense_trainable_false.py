# trainable=False keeps a layer's variables out of the trainable ones, and a sharing call cannot change that.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
tf.layers.dense(x, 4, name="frozen", trainable=False)
tf.layers.dense(x, 4, name="frozen", reuse=True)
tf.layers.dense(x, 4, name="free")
