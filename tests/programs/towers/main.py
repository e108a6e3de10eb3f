# python: 2
"""Train a small convolutional net on several devices, one tower on each."""
from __future__ import print_function

import re
from datetime import datetime

import numpy as np
import tensorflow as tf

import cifar10

FLAGS = tf.app.flags.FLAGS
tf.app.flags.DEFINE_integer("max_steps", 1, """Number of batches to run.""")
tf.app.flags.DEFINE_integer("num_gpus", 2, """How many GPUs to use.""")
tf.app.flags.DEFINE_boolean("log_device_placement", False, """Whether to log device placement.""")


def tower_loss(scope, images, labels):
    logits = cifar10.inference(images)
    _ = cifar10.loss(logits, labels)
    losses = tf.get_collection("losses", scope)
    total_loss = tf.add_n(losses, name="total_loss")
    for l in losses + [total_loss]:
        loss_name = re.sub("%s_[0-9]*/" % cifar10.TOWER_NAME, "", l.op.name)
        tf.summary.scalar(loss_name, l)
    return total_loss


def average_gradients(tower_grads):
    average_grads = []
    for grad_and_vars in zip(*tower_grads):
        grads = []
        for g, _ in grad_and_vars:
            grads.append(tf.expand_dims(g, 0))
        grad = tf.reduce_mean(tf.concat(axis=0, values=grads), 0)
        v = grad_and_vars[0][1]
        average_grads.append((grad, v))
    return average_grads


def train():
    with tf.Graph().as_default(), tf.device("/cpu:0"):
        global_step = tf.get_variable("global_step", [], initializer=tf.constant_initializer(0), trainable=False)
        decay_steps = int(1000 / FLAGS.batch_size * cifar10.NUM_EPOCHS_PER_DECAY)
        lr = tf.train.exponential_decay(0.1, global_step, decay_steps, 0.1, staircase=True)
        opt = tf.train.MomentumOptimizer(lr, 0.9)
        images, labels = cifar10.inputs()
        tower_grads = []
        with tf.variable_scope(tf.get_variable_scope()):
            for i in xrange(FLAGS.num_gpus):
                with tf.device("/cpu:%d" % 0):
                    with tf.name_scope("%s_%d" % (cifar10.TOWER_NAME, i)) as scope:
                        loss = tower_loss(scope, images, labels)
                        tf.get_variable_scope().reuse_variables()
                        summaries = tf.get_collection(tf.GraphKeys.SUMMARIES, scope)
                        grads = opt.compute_gradients(loss)
                        tower_grads.append(grads)
        grads = average_gradients(tower_grads)
        summaries.append(tf.summary.scalar("learning_rate", lr))
        for grad, var in grads:
            if grad is not None:
                summaries.append(tf.summary.histogram(var.op.name + "/gradients", grad))
        with tf.variable_scope("apply", reuse=False):
            pass
        apply_gradient_op = apply_outside(opt, grads, global_step)
        variable_averages = tf.train.ExponentialMovingAverage(0.9999, global_step)
        variables_averages_op = variable_averages.apply(tf.trainable_variables())
        train_op = tf.group(apply_gradient_op, variables_averages_op)
        saver = tf.train.Saver(tf.global_variables())
        init = tf.global_variables_initializer()
        sess = tf.Session(config=tf.ConfigProto(allow_soft_placement=True))
        sess.run(init)
        for step in xrange(FLAGS.max_steps):
            _, loss_value = sess.run([train_op, loss])
            assert not np.isnan(loss_value), "Model diverged with loss = NaN"
            print("%s: step %d, loss = %.2f" % (datetime.now(), step, loss_value), saver is None)


def apply_outside(opt, grads, global_step):
    """The scope of the towers is closed, so the slots are new."""
    return opt.apply_gradients(grads, global_step=global_step)


def main(argv=None):
    train()


if __name__ == "__main__":
    tf.app.run()
