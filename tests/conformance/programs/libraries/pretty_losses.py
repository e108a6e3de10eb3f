# prettytensor's losses keep averages in variables, and its train step needs a global step.
# tensorflow: 0.12
import prettytensor as pt
import tensorflow as tf

x = tf.placeholder(tf.float32, [4, 6])
open_x = tf.placeholder(tf.float32, [None, 6])
y = tf.placeholder(tf.float32, [4, 6])
net = pt.wrap(x).fully_connected(6)
net.l2_regression(y)
net.l1_regression(y, name="l1", loss_weight=0.5)
pt.wrap(open_x).l2_regression(open_x)
with pt.defaults_scope(summary_collections=None):
    net.l2_regression(y, per_example_weights=tf.ones([4]))
marked = net.cross_entropy(y)
marked.mark_as_required()
net.sparse_cross_entropy(tf.constant([1, 2, 3, 4]))
net.binary_cross_entropy_with_logits(y)
softmax, loss = net.softmax(y, name="soft")
softmax.evaluate_classifier(y, phase=pt.Phase.test)
softmax.evaluate_classifier(y)
softmax.evaluate_precision_recall(y, phase=pt.Phase.infer)
net.fully_connected(3, l2loss=0.1, parameter_modifier=pt.parameters.l2_regularizer(0.1))
total = pt.create_composite_loss([loss])
books = pt.bookkeeper_for_default_graph()
books.exponential_moving_average(tf.identity(total, name="total"))
optimizer = tf.train.MomentumOptimizer(0.1, 0.9)
first = [v for v in tf.trainable_variables() if v.name.startswith("fully_connected/")]
pt.apply_optimizer(
    optimizer, losses=[loss], regularize=False, clip_gradients_by_norm=1.0, var_list=first
)
pt.apply_optimizer(tf.train.AdamOptimizer(), [loss], include_marked=False)
pt.global_step()
tf.train.AdadeltaOptimizer(0.1).minimize((marked + loss) / 2)
with tf.Graph().as_default():
    pt.wrap(tf.zeros([2, 3])).fully_connected(2).l2_regression(tf.zeros([2, 2]))
pt.apply_optimizer(optimizer, [], include_marked=False)
