"""Stands in for sugartensor/sg_train.py."""

import functools

import tensorflow as tf

from sugartensor import sg_optimize
from sugartensor.sg_main import OLD, sg_global_step, sg_opt

if OLD:
    _learning_rate = tf.Variable(0.001, dtype=tf.float32, name="learning_rate", trainable=False)


def sg_train(**kwargs):
    """``sg_train``."""
    opt = sg_opt(kwargs)
    assert opt.loss is not None, "loss is mandatory."
    opt += sg_opt(optim="MaxProp", lr=0.001, beta1=0.9, beta2=0.99, category="")
    train_op = sg_optim(
        opt.loss, optim=opt.optim, beta1=opt.beta1, beta2=opt.beta2, category=opt.category
    )
    loss = opt.loss[0] if isinstance(opt.loss, (tuple, list)) else opt.loss

    @sg_train_func
    def train(sess, arg):
        return sess.run([loss, train_op])[0]

    train(**dict(opt.items()))


def sg_init(sess):
    """``sg_init``."""
    sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])


def sg_print(tensor_list):
    """``sg_print``."""
    with tf.Session() as sess:
        sg_init(sess)
        return sess.run(tensor_list)


def sg_restore(sess, save_path, category=""):
    """``sg_restore``."""
    found = [one for one in tf.global_variables() if one.name.startswith(category)]
    tf.train.Saver(found).restore(sess, save_path)


def _optimizer(opt):
    if opt.optim == "MaxProp":
        return sg_optimize.MaxPropOptimizer(learning_rate=opt.lr, beta2=opt.beta2)
    if opt.optim == "AdaMax":
        return sg_optimize.AdaMaxOptimizer(learning_rate=opt.lr)
    if opt.optim == "Adam":
        return tf.train.AdamOptimizer(learning_rate=opt.lr)
    if opt.optim == "RMSProp":
        momentum = 0.0 if opt.momentum is None else opt.momentum
        return tf.train.RMSPropOptimizer(learning_rate=opt.lr, momentum=momentum)
    return tf.train.GradientDescentOptimizer(learning_rate=opt.lr)


def _under(categories, found):
    return [one for cat in categories for one in found if one.name.startswith(cat)]


def sg_optim(loss, **kwargs):
    """``sg_optim``: the variables that it trains begin with the category."""
    opt = sg_opt(kwargs) + sg_opt(optim="MaxProp", lr=0.001, beta2=0.99, category="")
    several = isinstance(opt.category, (tuple, list))
    categories = opt.category if several else [opt.category]
    trained = _under(categories, tf.trainable_variables())
    optimizer = _optimizer(opt)
    if OLD:
        pairs = optimizer.compute_gradients(loss, var_list=trained)
        return optimizer.apply_gradients(pairs, global_step=sg_global_step())
    if isinstance(loss, (tuple, list)):
        rows = [tf.gradients(one, trained) for one in loss]
        gradients = [tf.add_n(one) / len(loss) for one in zip(*rows)]
    else:
        gradients = tf.gradients(loss, trained)
    step = optimizer.apply_gradients(list(zip(gradients, trained)), global_step=sg_global_step())
    updates = _under(categories, tf.get_collection(tf.GraphKeys.UPDATE_OPS))
    return tf.group(step, *updates)


def sg_train_func(func):
    """``sg_train_func``: runs a step again and again."""

    @functools.wraps(func)
    def wrapper(**kwargs):
        opt = sg_opt(kwargs) + sg_opt(lr=0.001, max_ep=1000, ep_size=100000)
        tf.train.Saver()
        with tf.Session() as sess:
            sg_init(sess)
            for _ in range(opt.max_ep):
                for _ in range(opt.ep_size):
                    func(sess, opt)

    return wrapper


def sg_regularizer_loss(scale=1.0):
    """``sg_regularizer_loss``."""
    return scale * tf.reduce_mean(tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES))
