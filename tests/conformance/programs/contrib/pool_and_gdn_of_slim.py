# pool opens a name scope only; slim shows GDN as well.
# tensorflow: 1.15
import tensorflow as tf

slim = tf.contrib.slim
x = tf.placeholder(tf.float32, [2, 9, 8, 3])
tf.get_variable("plain", slim.pool(x, 3, "MAX").shape)
tf.get_variable("same", slim.pool(x, [3, 2], "AVG", padding="SAME", stride=[2, 1]).shape)
tf.get_variable("wide", slim.pool(x, 2, "MAX", dilation_rate=3).shape)
tf.get_variable("line", slim.pool(tf.zeros([2, 7, 3]), 3, "MAX", stride=2).shape)
slim.gdn(x)
slim.GDN(name="mine")(x)
for bad in (tf.placeholder(tf.float32), tf.zeros([2, 3])):
    try:
        slim.pool(bad, 2, "MAX")
    except ValueError as error:
        tf.get_variable("refused_" + str(error).split()[-1], [1])
slim.gdn(x, name="mine")
