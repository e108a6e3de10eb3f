# reports: SCO304
"""Few-shot classification by the distance to each class's mean embedding."""
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

n_epochs = 1
n_episodes = 2
n_way, n_shot, n_query = 3, 2, 2
im_width, im_height, channels = 28, 28, 1
h_dim = 8
z_dim = 8


def conv_block(inputs, out_channels, name="conv"):
    with tf.variable_scope(name):
        conv = tf.layers.conv2d(inputs, out_channels, kernel_size=3, padding="SAME")
        conv = tf.layers.batch_normalization(conv, momentum=0.99, scale=True, center=True)
        conv = tf.nn.relu(conv)
        return tf.layers.max_pooling2d(conv, 2, 2)


def encoder(x, h_dim, z_dim, reuse=False):
    with tf.variable_scope("encoder", reuse=reuse):
        net = conv_block(x, h_dim, name="conv_1")
        net = conv_block(net, h_dim, name="conv_2")
        net = conv_block(net, z_dim, name="conv_3")
        return tf.reshape(net, [-1, int(np.prod([int(d) for d in net.get_shape()[1:]]))])


def euclidean_distance(a, b):
    N, D = tf.shape(a)[0], tf.shape(a)[1]
    M = tf.shape(b)[0]
    a = tf.tile(tf.expand_dims(a, axis=1), (1, M, 1))
    b = tf.tile(tf.expand_dims(b, axis=0), (N, 1, 1))
    return tf.reduce_mean(tf.square(a - b), axis=2)


x = tf.placeholder(tf.float32, [None, None, im_height, im_width, channels])
q = tf.placeholder(tf.float32, [None, None, im_height, im_width, channels])
x_shape = tf.shape(x)
q_shape = tf.shape(q)
num_classes, num_support = x_shape[0], x_shape[1]
num_queries = q_shape[1]
y = tf.placeholder(tf.int64, [None, None])
y_one_hot = tf.one_hot(y, depth=num_classes)
emb_x = encoder(tf.reshape(x, [num_classes * num_support, im_height, im_width, channels]), h_dim, z_dim)
emb_dim = tf.shape(emb_x)[-1]
emb_x = tf.reduce_mean(tf.reshape(emb_x, [num_classes, num_support, emb_dim]), axis=1)
emb_q = encoder(tf.reshape(q, [num_classes * num_queries, im_height, im_width, channels]), h_dim, z_dim, reuse=True)
dists = euclidean_distance(emb_q, emb_x)
scale = tf.get_variable("scale", shape=(), initializer=tf.ones_initializer())
log_p_y = tf.reshape(tf.nn.log_softmax(-dists * scale), [num_classes, num_queries, -1])
ce_loss = -tf.reduce_mean(tf.reshape(tf.reduce_sum(tf.multiply(y_one_hot, log_p_y), axis=-1), [-1]))
acc = tf.reduce_mean(tf.to_float(tf.equal(tf.argmax(log_p_y, axis=-1), y)))
train_op = tf.train.AdamOptimizer().minimize(ce_loss)

sess = tf.InteractiveSession()
init_op = tf.global_variables_initializer()
sess.run(init_op)
train_dataset = np.random.rand(5, 6, im_height, im_width).astype(np.float32)
n_classes, n_examples = train_dataset.shape[:2]
for ep in range(n_epochs):
    for epi in range(n_episodes):
        epi_classes = np.random.permutation(n_classes)[:n_way]
        support = np.zeros([n_way, n_shot, im_height, im_width], dtype=np.float32)
        query = np.zeros([n_way, n_query, im_height, im_width], dtype=np.float32)
        for i, epi_cls in enumerate(epi_classes):
            selected = np.random.permutation(n_examples)[: n_shot + n_query]
            support[i] = train_dataset[epi_cls, selected[:n_shot]]
            query[i] = train_dataset[epi_cls, selected[n_shot:]]
        support = np.expand_dims(support, axis=-1)
        query = np.expand_dims(query, axis=-1)
        labels = np.tile(np.arange(n_way)[:, np.newaxis], (1, n_query)).astype(np.uint8)
        _, ls, ac = sess.run([train_op, ce_loss, acc], feed_dict={x: support, q: query, y: labels})
        print("[epoch {}/{}, episode {}/{}] => loss: {:.5f}, acc: {:.5f}".format(ep + 1, n_epochs, epi + 1, n_episodes, ls, ac))
