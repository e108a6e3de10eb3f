# Names built up in loops, by joining, and by counting digits.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
name = ""
for letter in "abc":
    name += letter
    tf.get_variable(name, [len(name)])
name = name[:-1]
path = []
for part in ("x", "y", "z"):
    path.append(part)
    with tf.variable_scope("/".join(path)):
        tf.get_variable("w", [len(path)])
binary = ""
number = 11
while number:
    binary = str(number % 2) + binary
    number //= 2
tf.get_variable("b" + binary, [int(binary, 2)])
suffix = 0
while "n" + (str(suffix) if suffix else "") in [v.op.name for v in tf.global_variables()] + [
    "n",
    "n1",
]:
    suffix += 1
tf.get_variable("n%d" % suffix, [1])
tf.get_variable(chr(ord("a") + 15) + "%s" % ["list"][0], [1])
