# An estimator refuses model functions, numbers of steps and hooks before it builds anything.
# tensorflow: 1.15
import functools

import tensorflow as tf

Estimator = tf.estimator.Estimator


def plain(features, labels, mode):
    loss = tf.reduce_sum(tf.layers.dense(features, 1, name="plain"))
    step = tf.assign_add(tf.train.get_global_step(), 1)
    return tf.estimator.EstimatorSpec(mode, loss=loss, train_op=step)


def sized(features, labels, mode, params):
    tf.layers.dense(features, params["units"], name="sized")
    return plain(features, labels, mode)


def other(x, labels, mode):
    return plain(x, labels, mode)


def wide(features, labels, mode, units):
    return sized(features, labels, mode, {"units": units})


class NoHook(object):
    def begin(self):
        tf.get_variable("never", [])


def data():
    return tf.ones([2, 3])


def refused(name, act):
    try:
        act()
    except (TypeError, ValueError) as error:
        tf.get_variable("%s_%s" % (name, type(error).__name__), [])


refused("no_params", lambda: Estimator(plain, params={"units": 2}))
refused("empty_params", lambda: Estimator(plain, params={}))
refused("no_features", lambda: Estimator(other))
refused("more", lambda: Estimator(wide))
refused("without", lambda: Estimator(None))
refused("bound", lambda: Estimator(functools.partial(wide, units=2)).train(data, max_steps=1))
refused("sized", lambda: Estimator(sized, params={"units": 4}).train(data, steps=1))
model = Estimator(plain)
refused("none", lambda: model.train(data, steps=0))
refused("negative", lambda: model.train(data, max_steps=-1))
refused("both", lambda: model.train(data, steps=1, max_steps=1))
refused("text", lambda: model.train(data, ["hook"], 1))
refused("object", lambda: model.train(data, hooks=[NoHook()], steps=1))
model.train(data, hooks=[tf.train.StepCounterHook()], steps=1)
refused("evaluated", lambda: model.evaluate(data, steps=0))
refused("evaluated_text", lambda: model.evaluate(data, 1, ["hook"]))
model.evaluate(data, steps=1)
Estimator(plain, params={})
