# tensorflow: 1.15
"""Train a small DCGAN on random images, then draw samples from it."""
import os

import numpy as np
import tensorflow as tf

from model import DCGAN

flags = tf.app.flags
flags.DEFINE_integer("epoch", 1, "Epochs to train")
flags.DEFINE_float("learning_rate", 0.0002, "Learning rate of Adam")
flags.DEFINE_float("beta1", 0.5, "Momentum term of Adam")
flags.DEFINE_integer("batch_size", 4, "Images in a batch")
flags.DEFINE_integer("output_size", 32, "Height and width of the images")
flags.DEFINE_integer("c_dim", 3, "Colour channels")
flags.DEFINE_string("checkpoint_dir", "checkpoint", "Where checkpoints go")
FLAGS = flags.FLAGS


def main(_):
    config = tf.ConfigProto()
    config.gpu_options.allow_growth = True
    with tf.Session(config=config) as sess:
        dcgan = DCGAN(
            sess,
            image_size=FLAGS.output_size,
            batch_size=FLAGS.batch_size,
            c_dim=FLAGS.c_dim,
            checkpoint_dir=FLAGS.checkpoint_dir,
        )
        dcgan.train(FLAGS)
        noise = np.random.uniform(-1, 1, size=(FLAGS.batch_size, dcgan.z_dim))
        images = sess.run(dcgan.sampler_images, feed_dict={dcgan.z: noise})
        print("samples", images.shape, os.path.basename(FLAGS.checkpoint_dir))


if __name__ == "__main__":
    tf.app.run()
