# any, all, sum, min, max, sorted and len over variables and shapes decide what comes next.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for name, shape in (("a", [2, 3]), ("b", [4]), ("c", [])):
    tf.get_variable(name, shape)
variables = tf.trainable_variables()
ranks = [len(v.get_shape()) for v in variables]
elements = sum(v.get_shape().num_elements() for v in variables)
tf.get_variable("elements", [elements, max(ranks), min(ranks) + 1])
if any(rank == 0 for rank in ranks) and not all(ranks):
    tf.get_variable("has_scalar", [1])
longest = max(variables, key=lambda v: v.shape.num_elements())
tf.get_variable(
    "longest_" + longest.op.name, longest.shape[::-1] if False else longest.shape.as_list()[::-1]
)
if not any("z" in v.name for v in variables) and all(v.name.endswith(":0") for v in variables):
    tf.get_variable("z", [sum([[1], [2, 3]], [])[-1]])
tf.get_variable(
    min(v.op.name for v in tf.global_variables() if v not in variables[:0]) + "_first", [1]
)
