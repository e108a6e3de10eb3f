# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.layers.python import layers as tf_layers
from tensorflow.contrib.layers.python.layers import initializers

predictions = tf.placeholder(tf.int64, [None])
labels = tf.placeholder(tf.int64, [None])
accuracy = tf.contrib.metrics.accuracy(predictions, labels)
tf.get_variable("rank", [accuracy.shape.ndims + 1])
tf.contrib.metrics.streaming_accuracy(predictions, labels)
tf.contrib.metrics.streaming_mean(tf.to_float(labels), name="average")
tf.contrib.metrics.streaming_mean_iou(predictions, labels, num_classes=3)
x = tf.placeholder(tf.float32, [None, 4, 4, 2])
x = tf_layers.batch_norm(x, scope="norm", activation_fn=tf.nn.relu)
x = tf_layers.layer_norm(x, scope="layer")
tf_layers.conv2d(x, 3, 3, weights_initializer=initializers.xavier_initializer())
