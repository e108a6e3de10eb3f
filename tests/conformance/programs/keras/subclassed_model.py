# Layers of a subclassed model build under the model's name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))


class Net(tf.keras.Model):
    def __init__(self, **options):
        super(Net, self).__init__(**options)
        self.first = layers.Dense(3)
        self.second = layers.Dense(2)

    def call(self, x):
        return self.second(self.first(x))


net = Net()
net(x)
net(x)
Net()(x)
with tf.variable_scope("s"):
    Net(name="other")(x)
