# The keys, values and items of a dict are lists in Python 2.
# tensorflow: 0.12
import tensorflow as tf

sizes = {"b": 2, "first": 1, "a": 3}
keys = sizes.keys()
keys.sort()
keys.remove("first")
keys = ["first"] + keys
for key in keys:
    tf.get_variable(key, [sizes[key]])
for key in sizes.keys() + ["again"]:
    if key in ("a", "again"):
        tf.get_variable("more_" + key, [1])
tf.get_variable("last", [sum(sizes.values() + [1])])
tf.get_variable("pairs", [len(sizes.items() + sizes.items())])
tf.mul(tf.get_variable("first_key", [len(sorted(sizes.keys())[0])]), 2.0)
