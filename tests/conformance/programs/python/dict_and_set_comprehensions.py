# Dict and set comprehensions with computed keys; their sorted items name the variables.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
sizes = {"a": 2, "b": 3, "c": 4}
weights = {name: tf.get_variable("w_" + name, [size]) for name, size in sorted(sizes.items())}
inverse = {size: name for name, size in sizes.items() if size > 2}
for size in sorted(inverse):
    tf.get_variable("%s%d" % (inverse[size], size), [size])
initials = {v.op.name.split("_")[0] for v in weights.values()}
assert initials == {"w"}
lengths = {len(name): name for name in ("x", "yy", "z")}
tf.get_variable(lengths[1] + lengths[2], [sum(k for k in lengths)])
