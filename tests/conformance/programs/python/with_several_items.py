# One with statement opens several scopes in order; their names and reuse nest.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a, tf.variable_scope("b", reuse=None) as b, tf.name_scope("n"):
    tf.get_variable("w", [1])
    tf.get_variable("_".join([a.name, b.name.split("/")[-1]]), [1])
with tf.variable_scope(a) as again, tf.variable_scope("b", reuse=True):
    tf.get_variable("w", [1])
    assert again.name == "a" and not again.reuse
with tf.Graph().as_default() as graph, tf.variable_scope("a"):
    tf.get_variable("w", [1])
holder = {}
with tf.variable_scope("c") as holder["scope"]:
    pass
with tf.variable_scope(holder["scope"].name + "/d") as (scope):
    tf.get_variable(scope.name.replace("/", "_"), [1])
