# Two towers with reuse=i > 0, averaged gradients and one optimizer outside the towers' scopes.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def inference(images, reuse):
    with tf.variable_scope("net", reuse=reuse):
        h = tf.layers.conv2d(images, 4, 3, padding="same", activation=tf.nn.relu)
        h = tf.layers.max_pooling2d(h, 2, 2)
        return tf.layers.dense(tf.layers.flatten(h), 10)


def average(tower_gradients):
    averaged = []
    for pairs in zip(*tower_gradients):
        gradients = tf.stack([gradient for gradient, _ in pairs])
        averaged.append((tf.reduce_mean(gradients, 0), pairs[0][1]))
    return averaged


towers = 2
images = tf.placeholder(tf.float32, [8, 6, 6, 3])
labels = tf.placeholder(tf.int32, [8])
optimizer = tf.train.MomentumOptimizer(0.01, 0.9)
gradients = []
for i, (x, y) in enumerate(zip(tf.split(images, towers), tf.split(labels, towers))):
    with tf.device("/cpu:0"), tf.name_scope("tower_%d" % i):
        logits = inference(x, reuse=i > 0)
        loss = tf.losses.sparse_softmax_cross_entropy(y, logits)
        gradients.append(optimizer.compute_gradients(loss))
train = optimizer.apply_gradients(average(gradients))
