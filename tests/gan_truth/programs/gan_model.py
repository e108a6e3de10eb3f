# A model, its losses and its steps; what the tuples hold.
import tensorflow as tf

tfgan = tf.contrib.gan


def gen(z):
    return tf.layers.dense(tf.layers.dense(z, 4, activation=tf.nn.relu, name="h"), 6, name="out")


def dis(x, z):
    return tf.layers.dense(tf.layers.dense(x, 5, name="h"), 1)


real = tf.placeholder(tf.float32, (2, 6))
noise = tf.random_normal([2, 3])
model = tfgan.gan_model(gen, dis, real, noise)
loss = tfgan.gan_loss(model)
ops = tfgan.gan_train_ops(model, loss, tf.train.AdamOptimizer(0.1), tf.train.AdamOptimizer(0.2))
for v in model.generator_variables + model.discriminator_variables:
    tf.get_variable("v_" + v.op.name.replace("/", "_"), [1])
tf.get_variable(model.generator_scope.name + "_x", model.generated_data.shape[1:])
tf.get_variable(model.discriminator_scope.name + "_x", model.discriminator_real_outputs.shape[1:])
tf.get_variable("n", [len(model), len(loss), len(ops)])
