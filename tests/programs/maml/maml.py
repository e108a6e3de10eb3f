import numpy as np
import tensorflow as tf
from tensorflow.python.platform import flags

FLAGS = flags.FLAGS


def mse(pred, label):
    pred = tf.reshape(pred, [-1])
    label = tf.reshape(label, [-1])
    return tf.reduce_mean(tf.square(pred - label))


class MAML:
    def __init__(self, dim_input=1, dim_output=1, test_num_updates=5):
        self.dim_input, self.dim_output = dim_input, dim_output
        self.update_lr = FLAGS.update_lr
        self.meta_lr = tf.placeholder_with_default(FLAGS.meta_lr, ())
        self.test_num_updates = test_num_updates
        self.dim_hidden = [10, 10]
        self.loss_func = mse
        self.forward = self.forward_fc
        self.construct_weights = self.construct_fc_weights

    def construct_model(self, input_tensors=None, prefix="metatrain_"):
        if input_tensors is None:
            self.inputa = tf.placeholder(tf.float32)
            self.inputb = tf.placeholder(tf.float32)
            self.labela = tf.placeholder(tf.float32)
            self.labelb = tf.placeholder(tf.float32)
        else:
            self.inputa = input_tensors["inputa"]
            self.inputb = input_tensors["inputb"]
            self.labela = input_tensors["labela"]
            self.labelb = input_tensors["labelb"]

        with tf.variable_scope("model", reuse=None) as training_scope:
            if "weights" in dir(self):
                training_scope.reuse_variables()
                weights = self.weights
            else:
                self.weights = weights = self.construct_weights()
            num_updates = max(self.test_num_updates, FLAGS.num_updates)

            def task_metalearn(inp, reuse=True):
                inputa, inputb, labela, labelb = inp
                task_outputbs, task_lossesb = [], []
                task_outputa = self.forward(inputa, weights, reuse=reuse)
                task_lossa = self.loss_func(task_outputa, labela)
                grads = tf.gradients(task_lossa, weights.values())
                if FLAGS.stop_grad:
                    grads = [tf.stop_gradient(grad) for grad in grads]
                gradients = dict(zip(weights.keys(), grads))
                fast_weights = dict(zip(weights.keys(), [weights[key] - self.update_lr * gradients[key] for key in weights.keys()]))
                output = self.forward(inputb, fast_weights, reuse=True)
                task_outputbs.append(output)
                task_lossesb.append(self.loss_func(output, labelb))
                for j in range(num_updates - 1):
                    loss = self.loss_func(self.forward(inputa, fast_weights, reuse=True), labela)
                    grads = tf.gradients(loss, fast_weights.values())
                    gradients = dict(zip(fast_weights.keys(), grads))
                    fast_weights = dict(zip(fast_weights.keys(), [fast_weights[key] - self.update_lr * gradients[key] for key in fast_weights.keys()]))
                    output = self.forward(inputb, fast_weights, reuse=True)
                    task_outputbs.append(output)
                    task_lossesb.append(self.loss_func(output, labelb))
                return [task_outputa, task_outputbs, task_lossa, task_lossesb]

            out_dtype = [tf.float32, [tf.float32] * num_updates, tf.float32, [tf.float32] * num_updates]
            result = tf.map_fn(task_metalearn, elems=(self.inputa, self.inputb, self.labela, self.labelb),
                               dtype=out_dtype, parallel_iterations=FLAGS.meta_batch_size)
            outputas, outputbs, lossesa, lossesb = result

        if "train" in prefix:
            self.total_loss1 = total_loss1 = tf.reduce_sum(lossesa) / tf.to_float(FLAGS.meta_batch_size)
            self.total_losses2 = [tf.reduce_sum(lossesb[j]) / tf.to_float(FLAGS.meta_batch_size) for j in range(num_updates)]
            self.outputas, self.outputbs = outputas, outputbs
            if FLAGS.metatrain_iterations > 0:
                optimizer = tf.train.AdamOptimizer(self.meta_lr)
                self.gvs = gvs = optimizer.compute_gradients(self.total_losses2[FLAGS.num_updates - 1])
                self.metatrain_op = optimizer.apply_gradients(gvs)
        tf.summary.scalar(prefix + "Pre-update loss", total_loss1)

    def construct_fc_weights(self):
        weights = {}
        weights["w1"] = tf.Variable(tf.truncated_normal([self.dim_input, self.dim_hidden[0]], stddev=0.01))
        weights["b1"] = tf.Variable(tf.zeros([self.dim_hidden[0]]))
        for i in range(1, len(self.dim_hidden)):
            weights["w" + str(i + 1)] = tf.Variable(tf.truncated_normal([self.dim_hidden[i - 1], self.dim_hidden[i]], stddev=0.01))
            weights["b" + str(i + 1)] = tf.Variable(tf.zeros([self.dim_hidden[i]]))
        last = str(len(self.dim_hidden) + 1)
        weights["w" + last] = tf.Variable(tf.truncated_normal([self.dim_hidden[-1], self.dim_output], stddev=0.01))
        weights["b" + last] = tf.Variable(tf.zeros([self.dim_output]))
        return weights

    def forward_fc(self, inp, weights, reuse=False):
        hidden = tf.nn.relu(tf.matmul(inp, weights["w1"]) + weights["b1"])
        for i in range(1, len(self.dim_hidden)):
            hidden = tf.nn.relu(tf.matmul(hidden, weights["w" + str(i + 1)]) + weights["b" + str(i + 1)])
        last = str(len(self.dim_hidden) + 1)
        return tf.matmul(hidden, weights["w" + last]) + weights["b" + last]
