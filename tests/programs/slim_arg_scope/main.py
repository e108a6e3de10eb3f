# tensorflow: 1.15
"""Train a slim network whose layers take their settings from argument scopes."""
import tensorflow as tf
import tensorflow.contrib.slim as slim
from nets import nets_factory

tf.app.flags.DEFINE_string("model_name", "vgg_tiny", "Which network to train.")
tf.app.flags.DEFINE_float("weight_decay", 0.0005, "The weight decay of the network.")
tf.app.flags.DEFINE_integer("batch_size", 2, "Images in a batch.")
FLAGS = tf.app.flags.FLAGS


def _configure_learning_rate(num_samples, global_step):
    steps = int(num_samples / FLAGS.batch_size * 2.0)
    return tf.train.exponential_decay(0.01, global_step, steps, 0.94, staircase=True)


def main(_):
    tf.logging.set_verbosity(tf.logging.INFO)
    with tf.Graph().as_default():
        global_step = slim.create_global_step()
        network_fn = nets_factory.get_network_fn(
            "vgg_tiny", num_classes=5, weight_decay=FLAGS.weight_decay, is_training=True
        )
        images = tf.random_uniform([FLAGS.batch_size, network_fn.default_image_size, network_fn.default_image_size, 3])
        labels = slim.one_hot_encoding(tf.zeros([FLAGS.batch_size], tf.int64), 5)
        logits, end_points = network_fn(images)
        if "AuxLogits" in end_points:
            slim.losses.softmax_cross_entropy(end_points["AuxLogits"], labels, weights=0.4)
        tf.losses.softmax_cross_entropy(labels, logits, label_smoothing=0.1, weights=1.0)
        total_loss = tf.losses.get_total_loss()
        learning_rate = _configure_learning_rate(100, global_step)
        optimizer = tf.train.RMSPropOptimizer(learning_rate, decay=0.9, momentum=0.9, epsilon=1.0)
        train_op = slim.learning.create_train_op(total_loss, optimizer, global_step=global_step)
        eval_fn = nets_factory.get_network_fn("vgg_tiny", 5, weight_decay=0.0, is_training=False)
        eval_logits, _ = eval_fn(images, reuse=True)
        for variable in slim.get_model_variables():
            tf.summary.histogram(variable.op.name, variable)
        with tf.Session() as sess:
            sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
            print(sess.run(train_op), sess.run(tf.argmax(eval_logits, 1)))


if __name__ == "__main__":
    tf.app.run()
