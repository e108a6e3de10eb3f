# The slots and the steps of every optimizer, and what its methods give.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


optimizers = [
    ("sgd", lambda: tf.train.GradientDescentOptimizer(0.1)),
    ("momentum", lambda: tf.train.MomentumOptimizer(0.1, 0.9)),
    ("nesterov", lambda: tf.train.MomentumOptimizer(0.1, 0.9, use_nesterov=True, name="N")),
    ("adam", lambda: tf.train.AdamOptimizer()),
    ("named", lambda: tf.train.AdamOptimizer(0.1, name="Mine")),
    ("adagrad", lambda: tf.train.AdagradOptimizer(0.1)),
    ("adadelta", lambda: tf.train.AdadeltaOptimizer()),
    ("rmsprop", lambda: tf.train.RMSPropOptimizer(0.1)),
    ("centered", lambda: tf.train.RMSPropOptimizer(0.1, centered=True, momentum=0.5)),
    ("ftrl", lambda: tf.train.FtrlOptimizer(0.1)),
    ("proximal", lambda: tf.train.ProximalGradientDescentOptimizer(0.1)),
    ("proximal_adagrad", lambda: tf.train.ProximalAdagradOptimizer(0.1)),
    ("dual", lambda: tf.train.AdagradDAOptimizer(0.1, tf.train.get_or_create_global_step())),
]
for tag, make in optimizers:
    with tf.variable_scope(tag):
        w = tf.get_variable("w", [2, 3])
        unused = tf.get_variable("unused", [4])
        optimizer = make()
        loss = tf.reduce_sum(tf.square(w))
        pairs = optimizer.compute_gradients(loss, [w])
        told("pairs", pairs[0][1].op.name, pairs[0][0].shape.as_list())
        step = optimizer.apply_gradients(pairs, global_step=tf.train.get_or_create_global_step())
        told("slots", optimizer.get_name())
        again = optimizer.minimize(loss, var_list=[w], name="again")
for tag, call in [
    ("nothing", lambda o: o.apply_gradients([])),
    ("none", lambda o: o.apply_gradients([(None, tf.get_variable("n", [1]))])),
    ("no_gradient", lambda o: o.minimize(tf.constant(1.0))),
    ("empty", lambda o: o.minimize(tf.reduce_sum(tf.get_variable("e", [1])), var_list=[])),
    (
        "unreached",
        lambda o: o.minimize(
            tf.reduce_sum(tf.get_variable("r", [1])), var_list=[tf.get_variable("s", [1])]
        ),
    ),
]:
    try:
        call(tf.train.AdamOptimizer())
        told(tag)
    except (ValueError, TypeError) as error:
        told(tag, type(error).__name__)
average = tf.train.ExponentialMovingAverage(0.9)
v = tf.get_variable("averaged", [3])
average.apply([v])
told("average", average.average(v).op.name)
told("sized", average.average(v).shape.as_list())
zero = tf.train.ExponentialMovingAverage(0.9, zero_debias=True, name="Z")
zero.apply([v, tf.reduce_sum(v)])
