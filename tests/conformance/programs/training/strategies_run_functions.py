# What a strategy of distribution runs on its one device is built once for each call.
import tensorflow as tf

v1 = tf.compat.v1
v1.disable_eager_execution()


def step(x, units=2):
    with v1.variable_scope("net", reuse=v1.AUTO_REUSE):
        w = v1.get_variable("w", [3, units])
    shift = tf.Variable(1.0, name="shift")
    return v1.matmul(x, w) + shift


class Trainer(object):
    def __init__(self, strategy):
        self.strategy = strategy
        self.run = getattr(strategy, "run", None) or strategy.experimental_run_v2

    def train(self):
        result = self.run(self._step, args=(v1.placeholder(v1.float32, [4, 3]),))
        return self.strategy.reduce(tf.distribute.ReduceOp.MEAN, result, axis=None)

    def _step(self, x):
        return step(x) + v1.get_variable("once", [2])


one = tf.distribute.OneDeviceStrategy("/cpu:0")
trainer = Trainer(one)
total = trainer.train()
trainer.run(step, (v1.ones([2, 3]),), {"units": 2})
tf.distribute.get_strategy().extended.call_for_each_replica(step, args=(v1.ones([2, 3]),))
v1.get_variable("once_more", [2])
with v1.variable_scope("", reuse=True):
    trainer.train()
    v1.get_variable("never", [2])
