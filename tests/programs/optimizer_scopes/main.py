"""Several optimizers, each in a scope of its own, with clipped and noisy gradients."""
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

OPTIMIZERS = {
    "adam": lambda rate: tf.train.AdamOptimizer(rate),
    "momentum": lambda rate: tf.train.MomentumOptimizer(rate, 0.9, use_nesterov=True),
    "rmsprop": lambda rate: tf.train.RMSPropOptimizer(rate, centered=True),
    "adadelta": lambda rate: tf.train.AdadeltaOptimizer(rate),
    "sgd": tf.train.GradientDescentOptimizer,
}


def network(x, name, widths, reuse=tf.AUTO_REUSE):
    with tf.variable_scope(name, reuse=reuse):
        for width in widths[:-1]:
            x = tf.layers.dense(x, width, tf.nn.elu, name="hidden_{}".format(width))
        return tf.layers.dense(x, widths[-1], name="out")


def clipped(optimizer, loss, variables, most=1.0, global_step=None):
    gradients, variables = zip(*optimizer.compute_gradients(loss, variables))
    gradients, norm = tf.clip_by_global_norm(gradients, most)
    return optimizer.apply_gradients(zip(gradients, variables), global_step), norm


def noisy(optimizer, loss, variables):
    pairs = []
    for gradient, variable in optimizer.compute_gradients(loss, var_list=variables):
        if gradient is None:
            continue
        pairs.append((gradient + tf.random_normal(tf.shape(gradient), stddev=0.01), variable))
    return optimizer.apply_gradients(pairs)


def build():
    x = tf.placeholder(tf.float32, (None, 6), name="x")
    y = tf.placeholder(tf.float32, (None, 2), name="y")
    ops = []
    for number, kind in enumerate(sorted(OPTIMIZERS)):
        name = "net_%d" % number
        out = network(x, name, [8, 4, 2])
        again = network(tf.stop_gradient(out) if number % 2 else x + 0.1, name, [8, 4, 2]) if number == 0 else out
        loss = tf.reduce_mean(tf.square(again - y))
        variables = tf.trainable_variables(name)
        with tf.variable_scope("train_" + kind):
            rate = tf.get_variable("rate", [], initializer=tf.constant_initializer(0.1), trainable=False)
            optimizer = OPTIMIZERS[kind](rate)
            if kind in ("adam", "sgd"):
                op, norm = clipped(optimizer, loss, variables)
                tf.summary.scalar("norm", norm)
            elif kind == "momentum":
                op = noisy(optimizer, loss, variables)
            else:
                op = optimizer.minimize(loss, var_list=variables)
        ops.append(op)
    return x, y, tf.group(*ops)


def main():
    x, y, train = build()
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for batch in np.array_split(np.random.rand(12, 6), 3):
            sess.run(train, {x: batch, y: batch[:, :2]})
    print("slots", len(tf.global_variables()) - len(tf.trainable_variables()))


if __name__ == "__main__":
    main()
