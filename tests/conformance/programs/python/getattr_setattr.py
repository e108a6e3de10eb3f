# getattr with a default, setattr, hasattr, __dict__ and vars() reach attributes by computed names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Config:
    units = 4

    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)


config = Config(depth=2, name="net")
for i in range(config.depth):
    setattr(config, "w%d" % i, tf.get_variable("%s/w%d" % (config.name, i), [config.units]))
if not hasattr(config, "w2"):
    tf.get_variable("no_w2", [getattr(config, "width", 7)])
delattr(config, "w1")
tf.get_variable("left_%d" % len([k for k in vars(config) if k.startswith("w")]), [1])
getattr(tf, "get_" + "variable")("by_name", shape=[getattr(config, "units")])
method = getattr(tf.layers, {True: "dense", False: "flatten"}[config.depth > 1])
method(tf.zeros([2, 3]), 5)
