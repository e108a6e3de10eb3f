# The scale of contrib's regularizers is no integer and not negative; helpers by their modules.
# tensorflow: 1.15
import tensorflow as tf

from tensorflow.python.layers import convolutional, core, normalization, pooling

layers = tf.contrib.layers
makers = [layers.l1_regularizer, layers.l2_regularizer, layers.l1_l2_regularizer]
for number, make in enumerate(makers):
    for scale in (1, -1.5, 0.0, 0.5, True):
        try:
            made = make(scale)
            tf.get_variable("fine_%d_%s" % (number, scale), [1], regularizer=made)
        except ValueError as error:
            text = str(error).replace(" ", "_").replace(":", "").replace("-", "minus_")
            tf.get_variable("refused_%d_%s" % (number, text), [1])
try:
    layers.l1_l2_regularizer(0.5, scale_l2=3)
except ValueError as error:
    tf.get_variable(str(error).split(":")[0].replace(" ", "_"), [1])
x = tf.placeholder(tf.float32, [2, 8, 8, 3])
x = pooling.max_pool2d(convolutional.convolution2d(x, 4, 3), 2, 2)
x = normalization.batch_norm(core.fully_connected(x, 5))
counter = tf.Variable(0, name="counter")
counted = counter.count_up_to(3)
tf.get_variable("rank_%d" % counted.shape.ndims, [1])
layers.l2_regularizer(scale=1)
