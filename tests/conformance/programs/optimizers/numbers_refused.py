# Numbers, names, axes and functions that optimizers, loops and batch normalization refuse.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
asked = []


def told(make):
    try:
        value = str(make())
    except Exception as error:
        value = type(error).__name__
    shown = "".join(c if c.isalnum() and c < "~" or c in ".-" else "_" for c in value)
    asked.append(shown)
    tf.get_variable("%d.%s" % (len(asked), shown), [1])


def P(*given):
    return tf.placeholder(tf.float32, given)


def what(make, length=60):
    with tf.Graph().as_default():
        try:
            make()
        except Exception as error:
            return "%s: %s" % (type(error).__name__, str(error).split("\n")[0][:length])
        return [v.op.name for v in tf.global_variables()]


def trained(optimizer, **named):
    v = tf.get_variable("v", [2])
    optimizer.minimize(tf.reduce_sum(v * v), **named)


told(lambda: what(lambda: trained(tf.train.AdagradOptimizer(0.1, 0.0))))
told(lambda: what(lambda: trained(tf.train.AdagradOptimizer(0.1, initial_accumulator_value=0.5))))
told(lambda: what(lambda: trained(tf.train.ProximalAdagradOptimizer(0.1, -1.0))))
told(lambda: what(lambda: tf.train.AdagradDAOptimizer(0.1, None, 0)))
told(lambda: what(lambda: trained(tf.train.FtrlOptimizer(0.1, l1_regularization_strength=-1.0))))
told(lambda: what(lambda: trained(tf.train.FtrlOptimizer(0.1, l2_regularization_strength=-1.0))))
told(lambda: what(lambda: trained(tf.train.FtrlOptimizer(0.1, learning_rate_power=0.5))))
told(lambda: what(lambda: trained(tf.train.FtrlOptimizer(0.1, learning_rate_power=-0.5))))
told(lambda: what(lambda: trained(tf.train.FtrlOptimizer(0.1, initial_accumulator_value=-0.5))))
told(lambda: what(lambda: trained(tf.train.FtrlOptimizer(0.1, initial_accumulator_value=0.0))))
told(
    lambda: what(
        lambda: trained(tf.train.FtrlOptimizer(0.1, l2_shrinkage_regularization_strength=-0.5))
    )
)
told(lambda: what(lambda: trained(tf.train.AdamOptimizer(name=""))))
told(lambda: what(lambda: trained(tf.train.AdamOptimizer(name=None))))
told(lambda: what(lambda: trained(tf.train.AdamOptimizer(name="A"))))
told(lambda: what(lambda: trained(tf.train.AdamOptimizer(), gate_gradients=5)))
told(
    lambda: what(
        lambda: trained(tf.train.AdamOptimizer(), gate_gradients=tf.train.Optimizer.GATE_NONE)
    )
)
told(lambda: what(lambda: trained(tf.train.AdamOptimizer(), gate_gradients=2)))
told(lambda: what(lambda: trained(tf.train.AdamOptimizer(), var_list=5)))
told(lambda: what(lambda: tf.train.AdamOptimizer().minimize(5.0)))
told(lambda: what(lambda: tf.train.AdamOptimizer().compute_gradients(5.0)))
told(lambda: what(lambda: tf.train.AdamOptimizer().compute_gradients(5.0, gate_gradients=7)))
told(lambda: what(lambda: tf.while_loop(5, lambda i: i, [0])))
told(lambda: what(lambda: tf.while_loop(lambda i: i < 3, None, [0])))
told(lambda: what(lambda: tf.while_loop(lambda i: i < 3, lambda i: i + 1, [0])))
told(lambda: what(lambda: tf.layers.batch_normalization(P(2, 3), axis=2)))
told(lambda: what(lambda: tf.layers.batch_normalization(P(2, 3), axis=-3)))
told(lambda: what(lambda: tf.layers.batch_normalization(P(2, 3), axis=0)))
told(lambda: what(lambda: tf.layers.batch_normalization(P(2, 3), axis=[1, 2])))
told(lambda: what(lambda: tf.layers.batch_normalization(P(2, 4, 4, 3), axis=[-1])))
told(lambda: what(lambda: tf.layers.batch_normalization(P(2, 4, 4, 3), axis=4)))
told(lambda: what(lambda: tf.layers.BatchNormalization(axis=1)(P(3))))
