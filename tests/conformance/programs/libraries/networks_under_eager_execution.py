# Networks of tf.contrib.eager under eager execution.
# tensorflow: 1.12
import tensorflow as tf

tf.enable_eager_execution()
tfe = tf.contrib.eager

class NeuralNet(tfe.Network):
    def __init__(self):
        super(NeuralNet, self).__init__()
        self.layer1 = self.track_layer(tf.layers.Dense(4, activation=tf.nn.relu))
        self.layer2 = self.track_layer(tf.layers.Dense(5))

    def call(self, x):
        return self.layer2(self.layer1(x))

net = NeuralNet()
other = NeuralNet()
x = tf.zeros([2, 3])
net(x)
net(x)
other(x)
names = [v.name for v in net.variables] + [v.name for v in other.variables]

