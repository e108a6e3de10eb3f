# MovingAverageOptimizer keeps averages behind the slots, and has a saver once it has been applied.
# tensorflow: 1.15
import tensorflow as tf

opt = tf.contrib.opt
w = tf.get_variable("w", [2])
unused = tf.get_variable("unused", [1])
loss = tf.reduce_sum(w * w)
average = opt.MovingAverageOptimizer(tf.train.MomentumOptimizer(0.1, 0.9), average_decay=0.5)
try:
    average.swapping_saver()
except RuntimeError:
    tf.get_variable("refused_saver", [1])
average.minimize(loss)
saver = average.swapping_saver()
pairs = average.compute_gradients(loss)
average.apply_gradients([(tf.clip_by_norm(g, 1.0), v) for g, v in pairs if g is not None])
clipping = opt.VariableClippingOptimizer(tf.train.AdagradOptimizer(0.1), {w: [0]}, 3.0)
clipping.minimize(loss)
opt.VariableClippingOptimizer(tf.train.AdamOptimizer(0.1), {}, 3.0).minimize(loss)
multitask = opt.MultitaskOptimizerWrapper(tf.train.AdamOptimizer())
gradients, norm = opt.clip_gradients_by_global_norm(multitask.compute_gradients(loss, [w]))
multitask.apply_gradients(gradients)
tf.get_variable("norm", norm.shape)
try:
    opt.MultitaskOptimizerWrapper("adam")
except TypeError:
    tf.get_variable("refused_wrapper", [1])
try:
    average.minimize(tf.constant(1.0))
except ValueError:
    tf.get_variable("refused_loss", [1])
tf.contrib.tpu.CrossShardOptimizer(tf.train.FtrlOptimizer(0.1)).minimize(loss, var_list=[w])
with tf.variable_scope("a"):
    opt.MovingAverageOptimizer(tf.train.GradientDescentOptimizer(0.1)).minimize(loss)
with tf.variable_scope("a", reuse=True):
    opt.MovingAverageOptimizer(tf.train.GradientDescentOptimizer(0.1), sequential_update=False).minimize(loss)
with tf.variable_scope("b", reuse=True):
    opt.MovingAverageOptimizer(tf.train.GradientDescentOptimizer(0.1)).minimize(loss)
