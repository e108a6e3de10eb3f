# The default store is asked without a scope: reuse=None shares or creates.
import tensorflow.compat.v1 as tf
from tensorflow.python.ops import variable_scope

tf.disable_v2_behavior()
store = variable_scope._get_default_variable_store()
v = store.get_variable("v", [1])
assert store.get_variable("v", [1]) is v
store.get_variable("v", [1], reuse=True)
store.get_variable("w", [1], reuse=False, trainable=False)
for name, reuse in [("w", False), ("u", True)]:
    try:
        store.get_variable(name, [1], reuse=reuse)
    except ValueError as error:
        tf.get_variable(name + "_refused", [len(str(error).split(". ")[0])])
assert sorted(store._vars) == ["u_refused", "v", "w", "w_refused"]
tf.get_variable("v", [1])
