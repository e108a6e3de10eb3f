# What tensors, shapes, operations, dtypes and variables answer decides about names and sizes.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


x = tf.placeholder(tf.float32, [None, 4], name="x")
y = tf.add(x, 1.0, name="y")
told("names", x.name, y.name, x.op.name, y.op.name, x.op.type)
told(
    "dtypes",
    x.dtype.name,
    x.dtype.base_dtype.name,
    tf.int32.name,
    x.dtype == tf.float32,
    tf.float32.is_floating,
)
told("kinds", tf.int32.is_integer)
told("types", tf.as_dtype("float32") == tf.float32, tf.as_dtype("int8").name)
told("shape", x.shape.as_list(), x.get_shape().as_list(), x.shape.ndims, x.shape[1], len(x.shape))
told(
    "shapes", x.shape.is_fully_defined(), y.shape[1:].is_fully_defined(), y.shape[1:].num_elements()
)
told("merge", x.shape.merge_with([3, None]).as_list(), x.shape.concatenate([5]).as_list())
told("compatible", x.shape.is_compatible_with([2, 4]), x.shape.is_compatible_with([2, 5]))
told("rank", tf.TensorShape(None).ndims, tf.TensorShape([2]).as_list(), tf.TensorShape([]).ndims)
told("with", x.shape.with_rank(2).as_list(), x.shape.with_rank_at_least(1).as_list())
told("equal", tf.TensorShape([2, 3]) == tf.TensorShape([2, 3]))
told("iterate", [str(d) for d in x.shape.as_list()], tf.TensorShape([2, 3])[-1] == 3)
told("index", y.value_index, y.op.inputs[0].name, len(y.op.outputs))
told("graph", x.graph is tf.get_default_graph(), x is x, x == x)
v = tf.get_variable("v", [2, 3], trainable=False)
w = tf.Variable(tf.ones([4]), name="w")
told(
    "variables",
    v.name,
    w.name,
    v.op.name,
    v.shape.as_list(),
    w.get_shape().as_list(),
    v.dtype.base_dtype.name,
)
told("values", w.initial_value.shape.as_list(), v.initialized_value().shape.as_list())
told("value", v.value().shape.as_list(), w.read_value().shape.as_list(), v.trainable, w.trainable)
told("assign", w.assign(tf.zeros([4])).shape.as_list(), w.assign_add(tf.ones([4])).shape.as_list())
g = tf.get_default_graph()
told("lookup", g.unique_name("x"))
told("collections", w in tf.trainable_variables())
tf.add_to_collection("mine", y)
told("mine", tf.get_collection("mine")[0].name)
y.set_shape([3, 4])
told("set", y.shape.as_list(), y.get_shape()[0])
told("is", isinstance(x, tf.Tensor), isinstance(v, tf.Variable))
try:
    x.shape.with_rank(3)
except ValueError as error:
    told("rank_error", type(error).__name__)
try:
    x.shape.merge_with([3, 5])
except ValueError as error:
    told("merge_error", type(error).__name__)
try:
    tf.TensorShape([2]).assert_is_compatible_with([3])
except ValueError as error:
    told("compatible_error", type(error).__name__)
