# filter_variables, get_unique_variable and get_variable_full_name go by the variables' names.
# tensorflow: 1.15
import tensorflow as tf

slim, framework = tf.contrib.slim, tf.contrib.framework
x = tf.zeros([2, 3])
slim.fully_connected(x, 4, scope="fc1")
slim.fully_connected(x, 4, scope="fc2")
tf.get_variable("fc1/weights_more", [2])
every = framework.get_variables()


def counted(name, found):
    tf.get_variable(name, [1 + len(found)])


counted("all", framework.filter_variables(every))
counted("weights", slim.filter_variables(every, include_patterns=["weights"]))
counted("whole", framework.filter_variables(every, include_patterns=["weights:"]))
counted("without", framework.filter_variables(every, exclude_patterns=["fc2", "biases"]))
counted("both", framework.filter_variables(every, ["fc1", "fc2"], ["more"]))
counted("match", framework.filter_variables(every, ["weights"], reg_search=False))
counted("start", framework.filter_variables(every, ["fc1/b"], reg_search=False))
w = slim.get_unique_variable("fc2/weights")
with tf.variable_scope("x", initializer=tf.zeros_initializer()):
    tf.get_variable("like", w.shape)
u = framework.get_unique_variable("fc1/weights")
tf.get_variable(framework.get_variable_full_name(u).replace("/", "_"), [1])
with tf.variable_scope("p", partitioner=tf.fixed_size_partitioner(2)):
    parts = tf.get_variable("v", [4, 2])
tf.get_variable(framework.get_variable_full_name(list(parts)[0]).replace("/", "_"), [1])
framework.create_global_step()
step = framework.assert_or_get_global_step()
tf.get_variable("step", [1 if step is None else 2])
framework.assert_or_get_global_step(global_step_tensor=step)
try:
    framework.assert_or_get_global_step(global_step_tensor=tf.constant(1.0))
except TypeError:
    tf.get_variable("refused_step", [1])
try:
    framework.get_unique_variable("fc9/weights")
except ValueError:
    tf.get_variable("refused_name", [1])
slim.get_unique_variable("fc1/weigh")
