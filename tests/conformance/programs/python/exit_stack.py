# ExitStack enters scopes one by one and leaves them in reverse order.
import contextlib

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with contextlib.ExitStack() as stack:
    for name in "abc":
        scope = stack.enter_context(tf.variable_scope(name))
        tf.get_variable("w", [1])
    assert scope.name == "a/b/c"
    stack.callback(lambda: tf.get_variable("callback", [1]))
    tf.get_variable("deep", [1])
tf.get_variable("root", [1])
