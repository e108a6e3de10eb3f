# get_collection with a scope matches by prefix, so gen also takes the variables of gen2.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for name in ("gen", "gen2", "other"):
    with tf.variable_scope(name):
        tf.get_variable("w", [2])
loss = tf.add_n([tf.reduce_sum(v) for v in tf.trainable_variables()])
chosen = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="gen")
exact = tf.trainable_variables("gen/")
tf.train.AdagradOptimizer(0.1).minimize(loss, var_list=chosen)
tf.train.AdadeltaOptimizer(0.1).minimize(loss, var_list=exact)
