# A counter on the class numbers the instances of all its subclasses.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Layer:
    count = 0
    kind = "layer"

    def __init__(self):
        self.index = Layer.count
        Layer.count += 1
        self.weights = tf.get_variable("%s_%d" % (self.kind, self.index), [1])


class Conv(Layer):
    kind = "conv"


class Pool(Layer):
    kind = "pool"

    def __init__(self, size=2):
        super().__init__()
        self.size = size
        self.count = 100


layers = [Conv(), Pool(), Conv(), Pool(3), Layer()]
tf.get_variable("total_%d_%d" % (Conv.count, layers[1].count), [layers[3].size])
