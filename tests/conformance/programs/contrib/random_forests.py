# Random forests: one variable without elements for each tree, under the scope in force.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.tensor_forest.python import tensor_forest
from tensorflow.python.ops import resources

X = tf.placeholder(tf.float32, shape=[None, 20])
Y = tf.placeholder(tf.int32, shape=[None])
hparams = tensor_forest.ForestHParams(num_classes=10, num_features=20, num_trees=3, max_nodes=100)
hparams = hparams.fill()
graph = tensor_forest.RandomForestGraphs(hparams)
train = graph.training_graph(X, Y)
loss = graph.training_loss(X, Y)
infer, paths, variance = graph.inference_graph(X)
right = tf.equal(tf.argmax(infer, 1), tf.cast(Y, tf.int64))
accuracy = tf.reduce_mean(tf.cast(right, tf.float32))
tf.get_variable("loss", loss.shape)
tf.get_variable("accuracy", accuracy.shape)
tf.get_variable("paths", paths.shape[1:])
tf.get_variable(
    "importances", graph.feature_importances().shape.as_list() and [hparams.num_outputs]
)
initial = tf.group(
    tf.global_variables_initializer(),
    resources.initialize_resources(resources.shared_resources()),
)
with tf.variable_scope("scope"):
    tensor_forest.RandomForestGraphs(hparams).training_graph(X, Y)
few = tensor_forest.ForestHParams(
    num_classes=3, num_features=4, regression=True, num_trees=1
).fill()
tf.get_variable("outputs", [few.num_outputs, few.num_output_columns, few.num_splits_to_consider])
tensor_forest.RandomForestGraphs(few)
