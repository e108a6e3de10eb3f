# A module opens its name scope when it is made, and its methods can run in it once more.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class DenseLayer2D(tf.Module):
    def __init__(self, size, name=None):
        super().__init__(name=name)
        self.size = size
        with self.name_scope:
            self.first = tf.Variable(tf.zeros([size]), name="first")

    @tf.Module.with_name_scope
    def __call__(self, x):
        if not hasattr(self, "kernel"):
            self.kernel = tf.Variable(tf.zeros([2, self.size]), name="kernel", trainable=False)
        return tf.matmul(x, self.kernel) + tf.get_variable("stored", [])


class Stack(tf.Module):
    def __init__(self):
        super().__init__()
        with self.name_scope:
            self.layers = [DenseLayer2D(2), DenseLayer2D(2, name="named")]

    @property
    @tf.Module.with_name_scope
    def bias(self):
        return tf.Variable(0.0, name="bias")

    def __call__(self, x):
        for number, layer in enumerate(self.layers):
            with tf.variable_scope("part_%d" % number):
                x = layer(x)
        return x


stack = Stack()
stack(tf.zeros([3, 2]))
stack.bias
tf.get_variable("counted", [len(stack.variables), len(stack.trainable_variables)])
tf.get_variable("modules", [len(stack.submodules)])
tf.get_variable(stack.layers[1].variables[0].op.name.replace("/", "_"), [])
tf.get_variable(stack.name, [])
own = stack._flatten(recursive=False, predicate=lambda one: isinstance(one, tf.Module))
tf.get_variable("held", [len(tuple(own))])
stack.paths = dict(stack._flatten(with_path=True))
DenseLayer2D(1)(tf.zeros([1, 2]))
DenseLayer2D(1, "not a name")
