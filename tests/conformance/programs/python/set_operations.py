# Sets, their operators and membership decide which names are still to be made.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
wanted = {"a", "b", "c"}
made = set()
for name in sorted(wanted | {"d"}):
    if name in made or name in wanted - {"b"} and name > "b":
        continue
    tf.get_variable(name, [1])
    made.add(name)
rest = sorted((wanted & {"b", "c", "x"}) ^ {"x"} - made)
for name in rest:
    tf.get_variable("rest_" + name, [len(rest)])
made.discard("zzz")
made.update("xy")
tf.get_variable("made_%d_%s" % (len(made), wanted <= made), [len(frozenset("aab"))])
