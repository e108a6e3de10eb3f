# Optimizers under eager execution: slots beside what the loss reads, made once.
import tensorflow.compat.v1 as tf

tf.enable_eager_execution()
a = tf.Variable([1.0, 2.0], name="a")
b = tf.Variable([3.0], name="b")
c = tf.get_variable("c", [2])
adam = tf.train.AdamOptimizer(0.1)
for _ in range(3):
    adam.minimize(lambda: tf.reduce_sum(a * c))
momentum = tf.train.MomentumOptimizer(0.1, 0.9)
pairs = momentum.compute_gradients(lambda: tf.reduce_sum(a) + b, [b, a])
momentum.apply_gradients(pairs)
momentum.apply_gradients(pairs)
tf.train.RMSPropOptimizer(0.1).minimize(lambda: b, var_list=[b])
tf.train.RMSPropOptimizer(0.1).minimize(lambda: b, var_list=[b])
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(a)
tf.train.AdagradOptimizer(0.1).apply_gradients(zip(tape.gradient(loss, [a, b]), [a, b]))
assert adam.get_slot(a, "m").name == "a/Adam:0"
try:
    adam.minimize(tf.reduce_sum(a))
except RuntimeError as error:
    tf.get_variable("refused", [len(str(error))])
