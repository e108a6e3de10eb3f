# A WGAN-GP whose critic is called three times under one scope: once to create and twice to share.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def critic(x, reuse):
    with tf.variable_scope("critic", reuse=reuse):
        for i, units in enumerate([16, 8]):
            x = tf.layers.dense(x, units, activation=tf.nn.leaky_relu, name="fc%d" % (i + 1))
        return tf.layers.dense(x, 1, name="score")


batch, width = 4, 12
z = tf.random_normal([batch, 5])
real = tf.placeholder(tf.float32, [batch, width])
with tf.variable_scope("generator"):
    fake = tf.layers.dense(tf.layers.dense(z, 16, tf.nn.relu), width)

score_real = critic(real, None)
score_fake = critic(fake, True)
mix = tf.random_uniform([batch, 1])
between = mix * real + (1.0 - mix) * fake
gradient = tf.gradients(critic(between, True), [between])[0]
norm = tf.sqrt(tf.reduce_sum(tf.square(gradient), axis=1) + 1e-12)
penalty = tf.reduce_mean(tf.square(norm - 1.0))

critic_loss = tf.reduce_mean(score_fake) - tf.reduce_mean(score_real) + 10.0 * penalty
generator_loss = -tf.reduce_mean(score_fake)
groups = {
    n: tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, n) for n in ("critic", "generator")
}
optimizer = tf.train.RMSPropOptimizer(5e-5)
train_critic = optimizer.minimize(critic_loss, var_list=groups["critic"])
train_generator = optimizer.minimize(generator_loss, var_list=groups["generator"])
clip = [v.assign(tf.clip_by_value(v, -0.01, 0.01)) for v in groups["critic"]]
