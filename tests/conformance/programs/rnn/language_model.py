# Train, validation and test graphs of one language model.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Model(object):
    def __init__(self, is_training, batch, steps):
        size, words = 6, 20
        data = tf.placeholder(tf.int32, [batch, steps])
        cells = [tf.nn.rnn_cell.BasicLSTMCell(size, forget_bias=0.0) for _ in range(2)]
        if is_training:
            cells = [tf.nn.rnn_cell.DropoutWrapper(c, output_keep_prob=0.5) for c in cells]
        cell = tf.nn.rnn_cell.MultiRNNCell(cells)
        self.initial_state = cell.zero_state(batch, tf.float32)
        embedding = tf.get_variable("embedding", [words, size])
        inputs = tf.nn.embedding_lookup(embedding, data)
        outputs, state = [], self.initial_state
        with tf.variable_scope("RNN"):
            for step in range(steps):
                if step > 0:
                    tf.get_variable_scope().reuse_variables()
                output, state = cell(inputs[:, step, :], state)
                outputs.append(output)
        output = tf.reshape(tf.concat(outputs, 1), [-1, size])
        logits = tf.matmul(output, tf.get_variable("softmax_w", [size, words]))
        self.logits = logits + tf.get_variable("softmax_b", [words])
        if is_training:
            self.rate = tf.Variable(0.0, trainable=False)
            loss = tf.reduce_mean(self.logits)
            grads = tf.gradients(loss, tf.trainable_variables())
            optimizer = tf.train.GradientDescentOptimizer(self.rate)
            self.train = optimizer.apply_gradients(zip(grads, tf.trainable_variables()))


init = tf.random_uniform_initializer(-0.1, 0.1)
with tf.name_scope("Train"):
    with tf.variable_scope("Model", reuse=None, initializer=init):
        Model(True, 4, 5)
with tf.name_scope("Valid"):
    with tf.variable_scope("Model", reuse=True, initializer=init):
        Model(False, 4, 5)
with tf.name_scope("Test"):
    with tf.variable_scope("Model", reuse=True, initializer=init):
        Model(False, 1, 1)
