# LSTMCell cuts its kernel, and its projection's, into shards.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 5])
for name, arguments in [
    ("kernel", {"num_unit_shards": 2}),
    ("whole", {"num_unit_shards": 1}),
    ("both", {"num_unit_shards": 3, "num_proj": 4, "num_proj_shards": 2}),
]:
    with tf.variable_scope(name):
        cell = tf.nn.rnn_cell.LSTMCell(3, use_peepholes=True, **arguments)
        for _ in range(2):
            cell(x, cell.zero_state(2, tf.float32))
