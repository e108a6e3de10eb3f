# tensorflow: 1.15
"""Boundary equilibrium GAN: the discriminator is an autoencoder over both image sets."""
import numpy as np
import tensorflow as tf

from config import get_config
from trainer import Trainer


def main(config):
    rng = np.random.RandomState(config.random_seed)
    tf.set_random_seed(config.random_seed)
    data = rng.uniform(0, 255, [config.batch_size, 3, 16, 16]).astype(np.float32)
    if config.use_gpu:
        data_format = "NCHW"
    else:
        data_format = "NHWC"
        data = np.transpose(data, [0, 2, 3, 1])
    trainer = Trainer(config, tf.constant(data), data_format)
    if config.is_train:
        trainer.train()


if __name__ == "__main__":
    config, unparsed = get_config()
    main(config)
