# What group_norm refuses before it makes a variable.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers
x = tf.placeholder(tf.float32, [2, 4, 4, 12])


def attempt(number, x, **given):
    try:
        layers.group_norm(x, scope="s%d" % number, **given)
    except ValueError as error:
        text = str(error) if "Inputs" not in str(error) else "undefined"
        tf.get_variable("e%d_%s" % (number, text.replace(" ", "_")), [1])


attempt(0, x, groups=3)
attempt(1, x, groups=5)
attempt(2, x, groups=13)
attempt(3, x, groups=3, channels_axis=4)
attempt(4, x, groups=3, channels_axis=1)
attempt(5, tf.placeholder(tf.float32, [2, None, 4, 12]), groups=3)
attempt(6, tf.placeholder(tf.float32, [None, 4, 4, 12]), groups=3)
attempt(7, tf.placeholder(tf.float32, [2, 4, 4, None]), groups=3)
attempt(8, tf.placeholder(tf.float32), groups=3)
attempt(9, x, groups=2, channels_axis=-3, reduction_axes=[-2, -1])
attempt(10, x, groups=2, channels_axis=-3, reduction_axes=[-2, 1])
attempt(11, x, groups=3, reduction_axes=[1, 5])
layers.group_norm(x)
