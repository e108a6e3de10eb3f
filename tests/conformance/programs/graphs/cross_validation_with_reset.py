# A loop over folds that resets the graph.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for fold in range(3):
    tf.reset_default_graph()
    with tf.variable_scope("fold"):
        w = tf.get_variable("w", [2])
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
