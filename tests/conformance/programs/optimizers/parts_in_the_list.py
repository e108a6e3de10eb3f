# Gradients and averages of a variable in parts: it has no operation of its own.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
optimizer = tf.train.MomentumOptimizer(0.1, 0.9)
with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
    w = tf.get_variable("w", [4])
    loss = tf.reduce_sum(w)
    try:
        optimizer.minimize(loss, var_list=[w])
    except AttributeError:
        tf.get_variable("no_operation", [], partitioner=None)
    try:
        tf.train.ExponentialMovingAverage(0.9).apply([w])
    except AttributeError:
        tf.get_variable("no_reference", [], partitioner=None)
    optimizer.minimize(loss, var_list=list(w))
    tf.train.ExponentialMovingAverage(0.9).apply(list(w))
    optimizer.compute_gradients(loss, [w])
