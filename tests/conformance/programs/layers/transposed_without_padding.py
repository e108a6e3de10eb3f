# A transposed convolution without padding: its size decides the next layer's weights.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
image = tf.placeholder(tf.float32, [None, 5, 5, 3])
wide = tf.layers.conv2d_transpose(image, 4, 3, 2, "valid", name="wide")
tf.layers.dense(tf.layers.flatten(wide), 2, name="after_wide")
narrow = tf.layers.conv2d_transpose(image, 4, 2, 3, "valid", name="narrow")
tf.layers.dense(tf.layers.flatten(narrow), 2, name="after_narrow")
