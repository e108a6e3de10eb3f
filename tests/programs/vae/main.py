"""A variational autoencoder with an encoder, a decoder that is used twice, and metrics."""
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_eager_execution()


class VAE(object):
    model_name = "VAE"

    def __init__(self, sess, epoch=1, batch_size=4, z_dim=6):
        self.sess = sess
        self.epoch, self.batch_size, self.z_dim = epoch, batch_size, z_dim
        self.input_height = self.input_width = 28
        self.c_dim = 1

    def encoder(self, x, is_training=True, reuse=False):
        with tf.variable_scope("encoder", reuse=reuse):
            net = tf.nn.leaky_relu(tf.layers.conv2d(x, 8, 4, 2, padding="same", name="en_conv1"))
            net = tf.layers.conv2d(net, 16, 4, 2, padding="same", name="en_conv2")
            net = tf.layers.batch_normalization(net, training=is_training, name="en_bn2")
            net = tf.reshape(tf.nn.leaky_relu(net), [self.batch_size, -1])
            net = tf.layers.dense(net, 64, name="en_fc3")
            net = tf.nn.leaky_relu(tf.layers.batch_normalization(net, training=is_training, name="en_bn3"))
            gaussian_params = tf.layers.dense(net, 2 * self.z_dim, name="en_fc4")
            mean = gaussian_params[:, : self.z_dim]
            stddev = 1e-6 + tf.nn.softplus(gaussian_params[:, self.z_dim :])
        return mean, stddev

    def decoder(self, z, is_training=True, reuse=False):
        with tf.variable_scope("decoder", reuse=reuse):
            net = tf.layers.dense(z, 64, activation=tf.nn.relu, name="de_fc1")
            net = tf.layers.dense(net, 16 * 7 * 7, name="de_fc2")
            net = tf.nn.relu(tf.layers.batch_normalization(net, training=is_training, name="de_bn2"))
            net = tf.reshape(net, [self.batch_size, 7, 7, 16])
            net = tf.layers.conv2d_transpose(net, 8, 4, 2, padding="same", name="de_dc3")
            net = tf.nn.relu(tf.layers.batch_normalization(net, training=is_training, name="de_bn3"))
            return tf.nn.sigmoid(tf.layers.conv2d_transpose(net, 1, 4, 2, padding="same", name="de_dc4"))

    def build_model(self):
        image_dims = [self.input_height, self.input_width, self.c_dim]
        bs = self.batch_size
        self.inputs = tf.placeholder(tf.float32, [bs] + image_dims, name="real_images")
        self.z = tf.placeholder(tf.float32, [bs, self.z_dim], name="z")
        self.mu, sigma = self.encoder(self.inputs, is_training=True, reuse=False)
        z = self.mu + sigma * tf.random_normal(tf.shape(self.mu), 0, 1, dtype=tf.float32)
        out = self.decoder(z, is_training=True, reuse=False)
        self.out = tf.clip_by_value(out, 1e-8, 1 - 1e-8)
        marginal = tf.reduce_sum(
            self.inputs * tf.log(self.out) + (1 - self.inputs) * tf.log(1 - self.out), [1, 2]
        )
        KL = 0.5 * tf.reduce_sum(
            tf.square(self.mu) + tf.square(sigma) - tf.log(1e-8 + tf.square(sigma)) - 1, [1]
        )
        self.neg_loglikelihood = -tf.reduce_mean(marginal)
        self.KL_divergence = tf.reduce_mean(KL)
        self.loss = self.neg_loglikelihood + self.KL_divergence
        t_vars = tf.trainable_variables()
        with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
            self.optim = tf.train.AdamOptimizer(0.001 * 5, beta1=0.5).minimize(self.loss, var_list=t_vars)
        self.fake_images = self.decoder(self.z, is_training=False, reuse=True)
        self.mean_nll, self.update_nll = tf.metrics.mean(self.neg_loglikelihood, name="nll")
        tf.summary.scalar("kl", self.KL_divergence)
        self.merged_summary_op = tf.summary.merge_all()

    def train(self):
        tf.global_variables_initializer().run()
        tf.local_variables_initializer().run()
        self.sample_z = np.random.normal(0, 1, (self.batch_size, self.z_dim)).astype(np.float32)
        for _epoch in range(self.epoch):
            images = np.random.rand(self.batch_size, 28, 28, 1)
            _, summary, loss = self.sess.run(
                [self.optim, self.merged_summary_op, self.update_nll],
                feed_dict={self.inputs: images, self.z: self.sample_z},
            )
        print(self.sess.run(self.fake_images, {self.z: self.sample_z}).shape, loss)


def show_all_variables():
    for var in tf.trainable_variables():
        print(var.name, int(np.prod(var.get_shape().as_list())))


def main():
    models = [VAE]
    with tf.Session(config=tf.ConfigProto(allow_soft_placement=True)) as sess:
        gan = None
        for model in models:
            if model.model_name == "VAE":
                gan = model(sess)
        if gan is None:
            raise Exception("There is no option for VAE")
        gan.build_model()
        show_all_variables()
        gan.train()


if __name__ == "__main__":
    main()
