# The functions may be imported by name.
from tensorflow.compat.v1 import AUTO_REUSE, disable_v2_behavior, get_variable, variable_scope

disable_v2_behavior()


def encode():
    with variable_scope("enc", reuse=AUTO_REUSE):
        return get_variable("w", shape=[4, 4])


pair = encode(), encode()
