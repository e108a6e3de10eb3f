# python: 2
"""Learn an initialization from which one gradient step fits a new sine curve."""
import numpy as np
import tensorflow as tf
from tensorflow.python.platform import flags

from maml import MAML

FLAGS = flags.FLAGS
flags.DEFINE_integer("metatrain_iterations", 1, "number of metatraining iterations.")
flags.DEFINE_integer("meta_batch_size", 2, "number of tasks sampled per meta-update")
flags.DEFINE_float("meta_lr", 0.001, "the base learning rate of the generator")
flags.DEFINE_integer("update_batch_size", 5, "number of examples used for inner gradient update")
flags.DEFINE_float("update_lr", 1e-3, "step size alpha for inner gradient update.")
flags.DEFINE_integer("num_updates", 1, "number of inner gradient updates during training.")
flags.DEFINE_bool("stop_grad", False, "if True, do not use second derivatives (for speed)")


def sines(tasks, points):
    amplitude = np.random.uniform(0.1, 5.0, [tasks])
    phase = np.random.uniform(0, np.pi, [tasks])
    inputs = np.random.uniform(-5.0, 5.0, [tasks, points, 1])
    outputs = np.zeros([tasks, points, 1])
    for func in xrange(tasks):
        outputs[func] = amplitude[func] * np.sin(inputs[func] - phase[func])
    return inputs, outputs


def train(model, sess):
    for itr in range(FLAGS.metatrain_iterations):
        batch_x, batch_y = sines(FLAGS.meta_batch_size, 2 * FLAGS.update_batch_size)
        inputa, inputb = batch_x[:, : FLAGS.update_batch_size], batch_x[:, FLAGS.update_batch_size :]
        labela, labelb = batch_y[:, : FLAGS.update_batch_size], batch_y[:, FLAGS.update_batch_size :]
        feed_dict = {model.inputa: inputa, model.inputb: inputb, model.labela: labela, model.labelb: labelb}
        result = sess.run([model.metatrain_op, model.total_loss1], feed_dict)
        print "Iteration %d: %s" % (itr, str(np.mean(result[-1])))


def main():
    model = MAML(dim_input=1, dim_output=1, test_num_updates=2)
    model.construct_model(prefix="metatrain_")
    model.summ_op = tf.summary.merge_all()
    sess = tf.InteractiveSession()
    tf.global_variables_initializer().run()
    train(model, sess)


if __name__ == "__main__":
    main()
