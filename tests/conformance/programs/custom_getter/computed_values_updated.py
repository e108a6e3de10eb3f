# What a custom getter computes from a variable has a gradient, but nothing can update it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
train = tf.train


def computed(getter, name, *args, **kwargs):
    return tf.identity(getter(name, *args, **kwargs))


def attempt(number, make, resource):
    with tf.Graph().as_default():
        outside = tf.get_variable("v", [3], use_resource=resource)
        with tf.variable_scope("s%d" % number, custom_getter=computed):
            try:
                make().minimize(tf.reduce_sum(outside))
            except (TypeError, AttributeError) as error:
                text = str(error).replace("'", "").split(" (")[0].replace(" ", "_")
                tf.Variable(1.0, name=text)
            inside = tf.get_variable("w", [3])
            optimizer = make()
            pairs = optimizer.compute_gradients(tf.reduce_sum(inside), [inside])
            try:
                optimizer.apply_gradients(pairs)
            except NotImplementedError:
                tf.Variable(1.0, name="refused")


makers = [
    lambda: train.GradientDescentOptimizer(0.1),
    lambda: train.MomentumOptimizer(0.1, 0.9),
    lambda: train.AdamOptimizer(0.1),
    lambda: train.AdagradOptimizer(0.1),
    lambda: train.AdadeltaOptimizer(0.1),
    lambda: train.RMSPropOptimizer(0.1),
    lambda: train.RMSPropOptimizer(0.1, centered=True),
    lambda: train.FtrlOptimizer(0.1),
    lambda: train.ProximalAdagradOptimizer(0.1),
]
for number, make in enumerate(makers):
    attempt(number, make, False)
for number in (0, 2, 5):
    attempt(number, makers[number], True)
x = tf.placeholder(tf.float32, [None, 6])
with tf.variable_scope("net", custom_getter=computed):
    tf.layers.batch_normalization(x, name="resting")
    try:
        tf.layers.batch_normalization(x, training=True, name="training")
    except AttributeError:
        tf.Variable(1.0, name="not_assigned")
    try:
        train.ExponentialMovingAverage(0.9).apply([tf.get_variable("averaged", [2])])
    except AttributeError:
        tf.Variable(1.0, name="nor_is_this")
    weight = tf.get_variable("weight", [2])
    train.AdamOptimizer(0.1).minimize(tf.reduce_sum(weight), var_list=[weight])
