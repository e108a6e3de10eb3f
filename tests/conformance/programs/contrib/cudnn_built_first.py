# Layers of cuDNN that are built before they are called.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.cudnn_rnn
built = layers.CudnnGRU(1, 4)
built.build([None, None, 3])
built(tf.zeros([2, 5, 3]))
layers.CudnnGRU(1, 4).build([None, None, 3])
layers.CudnnGRU(1, 4, name="x").build([None, None, 3])
with tf.variable_scope("s"):
    named = layers.CudnnLSTM(1, 4, name="x")
    named.build([None, None, 3])
    named(tf.zeros([2, 5, 3]))
    layers.CudnnGRU(1, 4)(tf.zeros([2, 5, 3]))
tf.get_variable("of_%d" % len(built.trainable_variables), [1])
