# Networks of tf.contrib.eager: names and scopes of the layers that they track, in a graph.
# tensorflow: 1.12
import tensorflow as tf

tfe = tf.contrib.eager


class Block(tfe.Network):
    def __init__(self, size, name=None):
        super(Block, self).__init__(name=name)
        self.one = self.track_layer(tf.layers.Dense(size, activation=tf.nn.relu))
        self.two = self.track_layer(tf.layers.Dense(size, name="named"))
        self.norm = self.track_layer(tf.layers.BatchNormalization())

    def call(self, x, training=False):
        return self.norm(self.two(self.one(x)), training=training)


class NeuralNet(tfe.Network):
    def __init__(self):
        super(NeuralNet, self).__init__()
        self.layer1 = self.track_layer(tf.layers.Dense(4))
        self.layer2 = self.track_layer(tf.layers.Dense(5))
        self.block = self.track_layer(Block(3))
        self.other = self.track_layer(Block(2, name="other"))
        self.loose = tf.layers.Dense(7)

    def call(self, x):
        x = self.other(self.block(self.layer2(self.layer1(x))))
        return self.loose(x)


x = tf.placeholder(tf.float32, [2, 3])
with tf.variable_scope("scope"):
    inner = NeuralNet()
net = NeuralNet()
net(x)
net(x)
again = NeuralNet()
again(x)
with tf.variable_scope("elsewhere"):
    inner(x)
    Block(4)(x)
    Block(4)(x)
Block(2, name="")(x)
named = Block(3, name="mine")
named(x)
tf.layers.dense(x, 2)
seq = tfe.Sequential([tf.layers.Dense(3), tf.nn.relu, tf.layers.Dense(2)])
seq(x)
try:
    Block(3, name="mine")(x)
except ValueError:
    tf.get_variable("refused", [1])
assert (net.name, inner.name, again.name) == ("neural_net", "scope/neural_net", "neural_net_1")
assert [one.name for one in net.layers] == ["dense", "dense_1", "block", "other"]
