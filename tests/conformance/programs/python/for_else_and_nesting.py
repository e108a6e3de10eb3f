# for with else, break out of one level, and a loop variable that outlives its loop.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for name in ("a", "b", "c"):
    for digit in range(3):
        if digit == 2 and name == "b":
            break
        tf.get_variable("%s%d" % (name, digit), [1])
    else:
        tf.get_variable(name + "_all", [digit + 1])
        continue
    break
else:
    tf.get_variable("not_reached", [1])
tf.get_variable("last_%s%d" % (name, digit), [1])
for _ in []:
    tf.get_variable("never", [1])
else:
    tf.get_variable("empty", [1])
