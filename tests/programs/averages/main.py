"""Train with moving averages, and evaluate a second graph that restores them."""
import os
import tempfile

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

INPUT_NODE, LAYER1_NODE, OUTPUT_NODE = 64, 20, 10
MOVING_AVERAGE_DECAY = 0.99
MODEL_SAVE_PATH = os.path.join(tempfile.gettempdir(), "averages-model")


def get_weight_variable(shape, regularizer):
    weights = tf.get_variable("weights", shape, initializer=tf.truncated_normal_initializer(stddev=0.1))
    if regularizer is not None:
        tf.add_to_collection("losses", regularizer(weights))
    return weights


def inference(input_tensor, regularizer, avg_class=None):
    average = avg_class.average if avg_class is not None else (lambda v: v)
    with tf.variable_scope("layer1", reuse=avg_class is not None):
        weights = get_weight_variable([INPUT_NODE, LAYER1_NODE], regularizer)
        biases = tf.get_variable("biases", [LAYER1_NODE], initializer=tf.constant_initializer(0.0))
        layer1 = tf.nn.relu(tf.matmul(input_tensor, average(weights)) + average(biases))
    with tf.variable_scope("layer2", reuse=avg_class is not None):
        weights = get_weight_variable([LAYER1_NODE, OUTPUT_NODE], regularizer)
        biases = tf.get_variable("biases", [OUTPUT_NODE], initializer=tf.constant_initializer(0.0))
        return tf.matmul(layer1, average(weights)) + average(biases)


def l2(rate):
    return lambda weights: rate * tf.nn.l2_loss(weights)


def train(steps=2):
    x = tf.placeholder(tf.float32, [None, INPUT_NODE], name="x-input")
    y_ = tf.placeholder(tf.float32, [None, OUTPUT_NODE], name="y-input")
    y = inference(x, l2(0.0001))
    global_step = tf.Variable(0, trainable=False)
    variable_averages = tf.train.ExponentialMovingAverage(MOVING_AVERAGE_DECAY, global_step)
    variables_averages_op = variable_averages.apply(tf.trainable_variables())
    average_y = inference(x, None, variable_averages)
    cross_entropy = tf.nn.sparse_softmax_cross_entropy_with_logits(logits=y, labels=tf.argmax(y_, 1))
    loss = tf.reduce_mean(cross_entropy) + tf.add_n(tf.get_collection("losses"))
    rate = tf.train.exponential_decay(0.8, global_step, 50, 0.99)
    train_step = tf.train.GradientDescentOptimizer(rate).minimize(loss, global_step=global_step)
    with tf.control_dependencies([train_step, variables_averages_op]):
        train_op = tf.no_op(name="train")
    saver = tf.train.Saver()
    with tf.Session() as sess:
        tf.global_variables_initializer().run()
        for _ in range(steps):
            xs, ys = np.random.rand(8, INPUT_NODE), np.eye(10)[np.random.randint(0, 10, 8)]
            _, loss_value, step = sess.run([train_op, loss, global_step], feed_dict={x: xs, y_: ys})
        print("after %d steps: %g" % (step, loss_value), sess.run(average_y, {x: xs}).shape)
        return saver.save(sess, MODEL_SAVE_PATH, global_step=global_step)


def evaluate(path):
    with tf.Graph().as_default() as g:
        x = tf.placeholder(tf.float32, [None, INPUT_NODE], name="x-input")
        y = inference(x, None)
        averages = tf.train.ExponentialMovingAverage(MOVING_AVERAGE_DECAY)
        variables_to_restore = averages.variables_to_restore()
        saver = tf.train.Saver(variables_to_restore)
        with tf.Session(graph=g) as sess:
            saver.restore(sess, path)
            print(sess.run(tf.argmax(y, 1), {x: np.zeros((1, INPUT_NODE))}))


def main(argv=None):
    evaluate(train())


if __name__ == "__main__":
    tf.app.run()
