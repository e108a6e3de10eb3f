"""CycleGAN: two generators, two discriminators, and a pool of older fakes."""
import random

import numpy as np
import tensorflow.compat.v1 as tf
from nets import Discriminator, Generator

tf.disable_v2_behavior()


class ImagePool:
    def __init__(self, size):
        self.size = size
        self.images = []

    def query(self, image):
        if len(self.images) < self.size:
            self.images.append(image)
            return image
        if random.random() > 0.5:
            at = random.randrange(self.size)
            old, self.images[at] = self.images[at], image
            return old
        return image


class CycleGAN:
    def __init__(self, batch_size=1, image_size=16, lambda1=10.0, lambda2=10.0, learning_rate=2e-4, beta1=0.5):
        self.lambda1, self.lambda2 = lambda1, lambda2
        self.learning_rate, self.beta1 = learning_rate, beta1
        shape = [batch_size, image_size, image_size, 3]
        self.G = Generator("G", image_size=image_size)
        self.F = Generator("F", image_size=image_size)
        self.D_X = Discriminator("D_X")
        self.D_Y = Discriminator("D_Y")
        self.x = tf.placeholder(tf.float32, shape)
        self.y = tf.placeholder(tf.float32, shape)
        self.fake_x = tf.placeholder(tf.float32, shape)
        self.fake_y = tf.placeholder(tf.float32, shape)

    def model(self):
        cycle = self.cycle_loss()
        fake_y = self.G(self.x)
        g_loss = self.generator_loss(self.D_Y, fake_y) + cycle
        d_y_loss = self.discriminator_loss(self.D_Y, self.y, self.fake_y)
        fake_x = self.F(self.y)
        f_loss = self.generator_loss(self.D_X, fake_x) + cycle
        d_x_loss = self.discriminator_loss(self.D_X, self.x, self.fake_x)
        return (g_loss, d_y_loss, f_loss, d_x_loss), (fake_y, fake_x)

    def cycle_loss(self):
        forward = tf.reduce_mean(tf.abs(self.F(self.G(self.x)) - self.x))
        backward = tf.reduce_mean(tf.abs(self.G(self.F(self.y)) - self.y))
        return self.lambda1 * forward + self.lambda2 * backward

    def generator_loss(self, discriminator, fake):
        return tf.reduce_mean(tf.squared_difference(discriminator(fake), 0.9))

    def discriminator_loss(self, discriminator, real, fake):
        error_real = tf.reduce_mean(tf.squared_difference(discriminator(real), 0.9))
        return (error_real + tf.reduce_mean(tf.square(discriminator(fake)))) / 2

    def optimize(self, losses):
        def make_optimizer(loss, variables, name="Adam"):
            global_step = tf.Variable(0, trainable=False)
            rate = tf.where(
                tf.greater_equal(global_step, 10),
                tf.train.polynomial_decay(self.learning_rate, global_step - 10, 100, 0.0, power=1.0),
                self.learning_rate,
            )
            return tf.train.AdamOptimizer(rate, beta1=self.beta1, name=name).minimize(
                loss, global_step=global_step, var_list=variables
            )

        nets = (self.G, self.D_Y, self.F, self.D_X)
        steps = [
            make_optimizer(loss, net.variables, name="Adam_" + net.name)
            for loss, net in zip(losses, nets)
        ]
        with tf.control_dependencies(steps):
            return tf.no_op(name="optimizers")


def train():
    graph = tf.Graph()
    with graph.as_default():
        gan = CycleGAN()
        losses, (fake_y, fake_x) = gan.model()
        optimizers = gan.optimize(losses)
        sampled = gan.G.sample(gan.x)
        saver = tf.train.Saver(max_to_keep=1)
    pools = ImagePool(5), ImagePool(5)
    with tf.Session(graph=graph) as sess:
        sess.run(tf.global_variables_initializer())
        shape = gan.x.get_shape().as_list()
        feed = {gan.x: np.random.rand(*shape), gan.y: np.random.rand(*shape)}
        ys, xs = sess.run([fake_y, fake_x], feed_dict=feed)
        feed.update({gan.fake_y: pools[0].query(ys), gan.fake_x: pools[1].query(xs)})
        sess.run(optimizers, feed_dict=feed)
        print(sess.run(sampled, feed).dtype, saver is not None)


if __name__ == "__main__":
    train()
