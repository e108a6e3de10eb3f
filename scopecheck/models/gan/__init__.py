"""TF-GAN: ``tf.contrib.gan``, and the package ``tensorflow_gan`` that it became."""
