# Keras's backend: the shapes of what it computes, and the variables that it makes.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
K = tf.keras.backend
x = tf.placeholder(tf.float32, (2, 3, 4))
w = tf.placeholder(tf.float32, (4, 5))
v = tf.placeholder(tf.float32, (6, 4, 7))
m = tf.placeholder(tf.float32, (3, 4))


def shown(name, t):
    tf.get_variable("v_" + name, t.shape)


shown("dot", K.dot(m, w))
shown("dot3", K.dot(x, w))
shown("dot33", K.dot(x, v))
for f in "abs exp log sqrt square sign round tanh sigmoid softplus softsign sin cos zeros_like ones_like relu softmax elu hard_sigmoid".split():
    shown(f, getattr(K, f)(x))
for f in "sum prod mean max min std var".split():
    shown(f + "0", getattr(K, f)(x))
    shown(f + "1", getattr(K, f)(x, axis=1))
    shown(f + "2", getattr(K, f)(x, axis=-1, keepdims=True))
    shown(f + "3", getattr(K, f)(x, [0, 1]))
shown("argmax", tf.cast(K.argmax(x), tf.float32))
shown("concatenate", K.concatenate([x, x]))
shown("concatenate1", K.concatenate([x, x], axis=1))
shown("expand", K.expand_dims(x))
shown("expand1", K.expand_dims(x, 1))
shown("squeeze", K.squeeze(x[:1], 0))
shown("reshape", K.reshape(x, (-1, 2)))
shown("flatten", K.flatten(x))
shown("batch_flatten", K.batch_flatten(x))
shown("perm", K.permute_dimensions(x, (0, 2, 1)))
shown("transpose", K.transpose(m))
shown("stack", K.stack([x, x], axis=1))
shown("cast", K.cast(x, "int32"))
shown("gather", K.gather(w, tf.constant([1, 2, 3])))
shown("pow", K.pow(x, 2))
shown("clip", K.clip(x, 0, 1))
shown("maximum", K.maximum(x, 0.0))
shown("one_hot", K.one_hot(tf.constant([1, 2]), 5))
shown("bias", K.bias_add(x, tf.zeros([4])))
shown("tile", K.tile(m, (2, 1)))
shown("equal", tf.cast(K.equal(x, x), tf.float32))
a = K.variable([[1.0, 2.0]])
b = K.variable(3.0, dtype="float64", name="b")
c = K.zeros((2, 3))
d = K.ones((2,), name="ones")
e = K.random_normal_variable((2, 3), 0, 1)
f = K.random_uniform_variable((2, 3), 0, 1, name="ru")
g = K.eye(3)
with tf.variable_scope("vs"):
    K.variable([1.0])
    K.zeros((2,), dtype="int32")
K.placeholder((2, 3))
u = K.update(a, a + 1)
K.update_add(a, [[1.0, 1.0]])
K.moving_average_update(a, [[1.0, 1.0]], 0.9)
K.constant(3)
