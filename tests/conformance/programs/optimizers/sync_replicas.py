# SyncReplicasOptimizer counts the steps of its replica in a variable of its own, and makes the slots that it wraps.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
loss = tf.reduce_sum(w * w)
step = tf.train.get_or_create_global_step()
inner = tf.train.AdamOptimizer(0.1)
sync = tf.train.SyncReplicasOptimizer(inner, replicas_to_aggregate=2, total_num_replicas=2)
try:
    sync.get_chief_queue_runner()
except ValueError:
    tf.get_variable("refused_runner", [1])
try:
    sync.minimize(loss)
except ValueError:
    tf.get_variable("refused_step", [1])
pairs = sync.compute_gradients(loss)
sync.apply_gradients(pairs, global_step=step)
sync.get_chief_queue_runner()
sync.get_init_tokens_op()
hook = sync.make_session_run_hook(True)
average = tf.train.ExponentialMovingAverage(0.9)
with tf.name_scope("tower"):
    tf.train.SyncReplicasOptimizer(
        tf.train.MomentumOptimizer(0.1, 0.9), 1, variable_averages=average, variables_to_average=[w]
    ).minimize(loss, global_step=step)
tf.get_variable("locals", [len(tf.local_variables())])
try:
    sync.apply_gradients([], global_step=step)
except ValueError:
    tf.get_variable("refused_empty", [1])
with tf.variable_scope("m", reuse=True):
    tf.train.SyncReplicasOptimizer(tf.train.AdagradOptimizer(0.1), 1).minimize(loss, global_step=step)
