# Workers in scopes of their own push gradients into a central policy; one optimizer makes its slots there once.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def perceptron(x, sizes, scope):
    with tf.variable_scope(scope):
        for units in sizes[:-1]:
            x = tf.layers.dense(x, units, tf.nn.tanh)
        return tf.layers.dense(x, sizes[-1], name="out")


class Learner:
    heads = {"policy": [8, 2], "value": [8, 1]}

    def __init__(self, name):
        with tf.variable_scope(name):
            observed = tf.placeholder(tf.float32, [None, 3], "observed")
            self.outputs = {
                h: perceptron(observed, sizes, h) for h, sizes in sorted(self.heads.items())
            }
        self.weights = {h: tf.trainable_variables("%s/%s/" % (name, h)) for h in self.heads}


class Worker(Learner):
    def __init__(self, index, centre, optimizer):
        super().__init__("worker{:02d}".format(index))
        self.push, self.pull = [], []
        for head in sorted(self.heads):
            mine, theirs = self.weights[head], centre.weights[head]
            gradients = tf.gradients(tf.reduce_mean(self.outputs[head] ** 2), mine)
            self.push.append(optimizer.apply_gradients(list(zip(gradients, theirs))))
            self.pull += [m.assign(t) for m, t in zip(mine, theirs)]


centre = Learner("centre")
shared = tf.train.RMSPropOptimizer(1e-4, name="Shared")
workers = [Worker(i, centre, shared) for i in range(2)]
assert len(workers[0].pull) == 8
