# split, strip, replace, startswith, upper, find, partition and slices take names apart.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
path = "  Encoder/Layer_1/kernel:0 "
name = path.strip().split(":")[0]
scope, _, leaf = name.rpartition("/")
tf.get_variable(scope.lower() + "/" + leaf.upper(), [1])
tf.get_variable(name.replace("Layer_1", "layer_2").replace("/", "_", 1), [name.count("e")])
if name.startswith(("Enc", "Dec")) and name.endswith("kernel") and not name.isdigit():
    tf.get_variable(name[name.find("/") + 1 :], [1])
tf.get_variable(
    "_".join(part.capitalize() for part in "a-b-c".split("-", 1)).title().lstrip("A_"), [1]
)
tf.get_variable("x".ljust(3, "x") + "7".zfill(3), [len(name.split("/"))])
tf.get_variable("is_%s" % ("Layer" in name), [int("12") + int("z", 36)])
words = "one two  three".split()
tf.get_variable(words[-1] + "".join(sorted(w[0] for w in words)), [len(words)])
