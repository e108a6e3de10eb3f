# build() makes a layer's variables without a call, once; count_params() needs them.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("outer"):
    dense = tf.layers.Dense(3, name="one")
    try:
        dense.count_params()
    except ValueError as error:
        tf.get_variable("refused", [len(str(error))])
    dense.build((None, 4))
    dense(tf.zeros([2, 4]))
    tf.get_variable("count", [dense.count_params()])
shape = dense.compute_output_shape(tf.TensorShape([None, 5, 4]))
tf.get_variable("shape", [size or 7 for size in shape.as_list()])
conv = tf.layers.Conv2D(6, 3, padding="same")
conv.build(tf.TensorShape([None, 8, 8, 2]))
with tf.variable_scope("again", reuse=tf.AUTO_REUSE):
    for _ in range(2):
        tf.layers.Dense(2, name="two").build([None, 3])
tf.layers.Dense(3, name="three", _reuse=True, _scope="outer/one").build((None, 4))
norm = tf.layers.BatchNormalization(name="norm")
norm.build([None, 5])
assert len(norm.trainable_variables) == 2
tf.layers.Dense(3, name="one").build((None, 4))
