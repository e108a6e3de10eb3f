# One method builds the inputs, another the network twice, a third trains: the store follows the order of the calls.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Model(object):
    def __init__(self, **config):
        self.__dict__.update(config)
        self.losses = {}
        self._inputs()
        for phase in ("train", "valid"):
            self.losses[phase] = self._network(phase)
        self._optimize()

    def _inputs(self):
        self.x = {p: tf.placeholder(tf.float32, [None, self.width]) for p in ("train", "valid")}

    def _network(self, phase):
        with tf.variable_scope("model", reuse=(phase != "train")):
            h = self.x[phase]
            for i, units in enumerate(self.units):
                h = self._layer(h, units, i)
            return tf.reduce_mean(h)

    def _layer(self, h, units, i, activation=tf.nn.relu):
        is_last = i == len(self.units) - 1
        return tf.layers.dense(h, units, None if is_last else activation, name=f"fc{i}")

    def _optimize(self):
        self.step = tf.Variable(0, trainable=False, name="step")
        self.train_op = tf.train.AdagradOptimizer(0.1).minimize(self.losses["train"], self.step)


Model(width=3, units=[5, 1])
