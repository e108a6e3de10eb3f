# Pruning counts its updates, under the name that its parameters give.
# tensorflow: 1.15
import tensorflow as tf

P = tf.contrib.model_pruning
x = tf.placeholder(tf.float32, (2, 8))
net = P.masked_fully_connected(x, 4, scope="fc1")
net = P.masked_fully_connected(net, 3, scope="fc2")
hp = P.get_pruning_hparams().parse("name=p,begin_pruning_step=0")
step = tf.train.get_or_create_global_step()
p = P.Pruning(hp, global_step=step)
op = p.conditional_mask_update_op()
p.add_pruning_summaries()
tf.train.AdamOptimizer().minimize(tf.reduce_sum(net), global_step=step)
q = P.Pruning(global_step=step)
