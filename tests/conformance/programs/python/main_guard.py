# The program runs as __main__, so its guarded part asks for net/w a second time: already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def net():
    with tf.variable_scope("net"):
        return tf.get_variable("w", [1])


def main(argv=None):
    first = net()
    if __name__ != "__main__":
        return first
    return net()


if __name__ == "__main__":
    main()
