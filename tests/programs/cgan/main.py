"""A conditional GAN of plain variables: one-hot labels are joined to both nets' inputs."""
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_eager_execution()

mb_size = 8
Z_dim = 20
X_dim = 49
y_dim = 10
h_dim = 32


def xavier_init(size):
    in_dim = size[0]
    xavier_stddev = 1.0 / tf.sqrt(in_dim / 2.0)
    return tf.random_normal(shape=size, stddev=xavier_stddev)


X = tf.placeholder(tf.float32, shape=[None, X_dim])
y = tf.placeholder(tf.float32, shape=[None, y_dim])
D_W1 = tf.Variable(xavier_init([X_dim + y_dim, h_dim]))
D_b1 = tf.Variable(tf.zeros(shape=[h_dim]))
D_W2 = tf.Variable(xavier_init([h_dim, 1]))
D_b2 = tf.Variable(tf.zeros(shape=[1]))
theta_D = [D_W1, D_W2, D_b1, D_b2]


def discriminator(x, y):
    inputs = tf.concat(axis=1, values=[x, y])
    D_h1 = tf.nn.relu(tf.matmul(inputs, D_W1) + D_b1)
    D_logit = tf.matmul(D_h1, D_W2) + D_b2
    return tf.nn.sigmoid(D_logit), D_logit


Z = tf.placeholder(tf.float32, shape=[None, Z_dim])
G_W1 = tf.Variable(xavier_init([Z_dim + y_dim, h_dim]), name="G_W1")
G_b1 = tf.Variable(tf.zeros(shape=[h_dim]), name="G_b1")
G_W2 = tf.Variable(xavier_init([h_dim, X_dim]), name="G_W2")
G_b2 = tf.Variable(tf.zeros(shape=[X_dim]), name="G_b2")
theta_G = [G_W1, G_W2, G_b1, G_b2]


def generator(z, y):
    inputs = tf.concat(axis=1, values=[z, y])
    G_h1 = tf.nn.relu(tf.matmul(inputs, G_W1) + G_b1)
    return tf.nn.sigmoid(tf.matmul(G_h1, G_W2) + G_b2)


def sample_Z(m, n):
    return np.random.uniform(-1.0, 1.0, size=[m, n])


G_sample = generator(Z, y)
D_real, D_logit_real = discriminator(X, y)
D_fake, D_logit_fake = discriminator(G_sample, y)

D_loss_real = tf.reduce_mean(
    tf.nn.sigmoid_cross_entropy_with_logits(logits=D_logit_real, labels=tf.ones_like(D_logit_real))
)
D_loss_fake = tf.reduce_mean(
    tf.nn.sigmoid_cross_entropy_with_logits(logits=D_logit_fake, labels=tf.zeros_like(D_logit_fake))
)
D_loss = D_loss_real + D_loss_fake
G_loss = tf.reduce_mean(
    tf.nn.sigmoid_cross_entropy_with_logits(logits=D_logit_fake, labels=tf.ones_like(D_logit_fake))
)

D_solver = tf.train.AdamOptimizer().minimize(D_loss, var_list=theta_D)
G_solver = tf.train.AdamOptimizer().minimize(G_loss, var_list=theta_G)

sess = tf.Session()
sess.run(tf.global_variables_initializer())
i = 0
for it in range(2):
    X_mb = np.random.rand(mb_size, X_dim)
    y_mb = np.eye(y_dim)[np.random.randint(0, y_dim, mb_size)]
    if it % 100 == 0:
        n_sample = 4
        y_sample = np.zeros(shape=[n_sample, y_dim])
        y_sample[:, 7] = 1
        samples = sess.run(G_sample, feed_dict={Z: sample_Z(n_sample, Z_dim), y: y_sample})
        i += 1
    _, D_loss_curr = sess.run(
        [D_solver, D_loss], feed_dict={X: X_mb, Z: sample_Z(mb_size, Z_dim), y: y_mb}
    )
    _, G_loss_curr = sess.run([G_solver, G_loss], feed_dict={Z: sample_Z(mb_size, Z_dim), y: y_mb})
    print("Iter: {} D: {:.4} G: {:.4}".format(it, D_loss_curr, G_loss_curr))
