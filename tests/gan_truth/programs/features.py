# Conditioning, virtual and spectral normalization, pools.
import tensorflow as tf

tfgan = tf.contrib.gan
F = tfgan.features
x = tf.placeholder(tf.float32, (2, 6))
c = tf.placeholder(tf.float32, (2, 3))
with tf.variable_scope("a"):
    y = F.condition_tensor(x, c)
    y = F.condition_tensor(tf.placeholder(tf.float32, (2, 4, 4, 3)), c)
    tf.get_variable("y", y.shape)
with tf.variable_scope("b"):
    y = F.condition_tensor_from_onehot(x, tf.one_hot([0, 1], 5), embedding_size=7)
    tf.get_variable("y", y.shape)
with tf.variable_scope("c"):
    v = F.VBN(tf.placeholder(tf.float32, (2, 4, 4, 3)))
    y = v.reference_batch_normalization()
    tf.get_variable("y", y.shape)
    y = v(tf.placeholder(tf.float32, (2, 4, 4, 3)))
    tf.get_variable("z", y.shape)
    F.VBN(x, center=False, name="n")
    F.VBN(x, scale=False)
with tf.variable_scope("d", custom_getter=F.spectral_normalization_custom_getter()):
    y = tf.layers.dense(x, 3)
    tf.get_variable("y", y.shape)
    y = tf.layers.conv2d(tf.placeholder(tf.float32, (2, 8, 8, 3)), 4, 3, name="conv")
    tf.get_variable("z", [4])
with tf.variable_scope("d", reuse=True, custom_getter=F.spectral_normalization_custom_getter()):
    y = tf.layers.conv2d(tf.placeholder(tf.float32, (2, 8, 8, 3)), 4, 3, name="conv")
w = tf.get_variable("w", [3, 4])
n = F.spectral_normalize(w)
tf.get_variable("ns", n.shape)
n = F.compute_spectral_norm(w)
tf.get_variable("nt", [1] + n.shape.as_list())
p = F.tensor_pool(x, pool_size=5)
tf.get_variable("pool", p.shape)
p, q = F.tensor_pool((x, c), pool_size=5)
tf.get_variable("pool2", q.shape)
tf.get_variable("reg", [3, 4], regularizer=F.spectral_norm_regularizer(0.1))
