# Losses that the program weighs itself, and collects in lists of its own.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def held(made):
    with tf.variable_scope("held"):
        sizes = [100 if size is None else size for size in made.shape.as_list()]
        tf.get_variable(made.op.name, sizes, made.dtype.base_dtype, tf.zeros_initializer())


x = tf.placeholder(tf.float32, [None, 3])
with tf.variable_scope("generator"):
    fake = tf.layers.dense(x, 2, name="out")
with tf.variable_scope("judge"):
    opinion = tf.layers.dense(fake, 1, name="out")
asked = tf.losses.compute_weighted_loss(
    losses=opinion, weights=-1.0, loss_collection="GENERATOR", scope="asked"
)
held(asked)
held(tf.losses.compute_weighted_loss(opinion))
held(tf.losses.compute_weighted_loss(opinion, 2.0, reduction=tf.losses.Reduction.SUM))
held(tf.losses.compute_weighted_loss(opinion, reduction=tf.losses.Reduction.NONE))
held(tf.losses.compute_weighted_loss(tf.ones([4, 3]), tf.ones([4, 1]), "each", None, "none"))
for number, one in enumerate(tf.get_collection("GENERATOR") + tf.losses.get_losses()):
    with tf.variable_scope("listed_%d" % number):
        held(one)
total = tf.add_n(tf.get_collection("GENERATOR"))
step = tf.train.RMSPropOptimizer(0.1, name="step")
step.minimize(total, var_list=tf.trainable_variables("generator"))
