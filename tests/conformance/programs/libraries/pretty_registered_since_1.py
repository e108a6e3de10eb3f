# Methods that a program registers with prettytensor: classes, functions, names, defaults.
# tensorflow: 1.1
import prettytensor as pt
import tensorflow as tf

x = tf.placeholder(tf.float32, [4, 8, 8, 3])


@pt.Register(assign_defaults=("phase", "keep"))
class normed(pt.VarStoreMethod):
    def __call__(self, input_layer, name="bn", phase=pt.Phase.train, keep=True):
        size = input_layer.shape[-1]
        with tf.variable_scope(name):
            mean = self.variable("mean", [size], tf.constant_initializer(0.0), train=False)
            beta = self.variable("beta", [size], tf.constant_initializer(0.0))
            again = self.variable("beta", [size], tf.constant_initializer(0.0))
            assert again is beta
            if phase == pt.Phase.train:
                self.variable("only_training", [], tf.constant_initializer(0.0))
            if not keep:
                self.variable("not_kept", [], tf.constant_initializer(0.0))
        return input_layer.with_tensor(input_layer.tensor - mean + beta, parameters=self.vars)


@pt.Register
class conv(pt.VarStoreMethod):
    def __call__(self, input_layer, depth, name="conv2d"):
        shape = [3, 3, input_layer.shape[-1], depth]
        with tf.variable_scope(name):
            w = self.variable("w", shape, tf.truncated_normal_initializer(stddev=0.02))
        return tf.nn.conv2d(input_layer, w, [1, 2, 2, 1], "SAME")


class linear(pt.VarStoreMethod):
    def __call__(self, input_layer, size, scope=None, weights=None):
        with tf.variable_scope(scope or "Linear"):
            weights = tf.random_normal_initializer() if weights is None else weights
            matrix = self.variable("Matrix", [input_layer.shape[1], size], weights, tf.float32)
            return input_layer.with_tensor(tf.matmul(input_layer.tensor, matrix))


pt.Register(method_name="dense")(linear)


@pt.Register()
def leaky(input_layer, leak=0.2):
    w = tf.get_variable("leak", initializer=tf.constant(leak))
    return tf.maximum(input_layer, w * input_layer)


@pt.RegisterCompoundOp(assign_defaults=("phase",))
def block(input_layer, depth, phase=pt.Phase.train):
    return input_layer.conv(depth).normed(phase=phase).leaky()


def network(images):
    net = pt.wrap(images).conv(4).normed().leaky()
    net = net.block(5).apply(tf.add, 1.0).flatten().dense(3).dense(2, scope="scope")
    return net.dense(2, weights=tf.ones([2, 2]))


with tf.variable_scope("g"):
    network(x)
with tf.variable_scope("g", reuse=True), pt.defaults_scope(phase=pt.Phase.test):
    network(x)
with pt.defaults_scope(keep=False):
    linear_first = pt.wrap(x).conv(2, name="own").normed(name="mine")
    template = pt.template("input").conv(2).normed().leaky()
template.construct(input=x)
template.construct(input=x)
conv(x, 6)
pt.wrap(x).fully_connected(2)
