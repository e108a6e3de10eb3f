# In a program that builds graphs, a tf.function lifts the weights that it makes into the graph around it, under its own name scopes.
# tensorflow: 1.15
import tensorflow as tf

data = tf.data.Dataset.from_tensors((tf.ones([8]), tf.ones([]))).repeat(10).batch(4, True)
layer = tf.keras.layers.Dense(2)
optimizer = tf.keras.optimizers.Adam()


@tf.function
def train():
    for x, _ in data:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(layer(x))
        weights = layer.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))


train()
train()

model = tf.keras.Sequential([tf.keras.layers.Dense(3), tf.keras.layers.BatchNormalization()])


class Scale(tf.keras.layers.Layer):
    def build(self, shape):
        self.w = self.add_weight("w", shape=(int(shape[-1]), 2))

    def call(self, x):
        return tf.matmul(x, self.w)


scale = Scale()


@tf.function
def answer(x):
    with tf.name_scope("inside"):
        return scale(model(x))


with tf.name_scope("around"):
    answer(tf.ones([4, 8]))
    answer(tf.ones([5, 8]))
outside = tf.keras.layers.Dense(2)
outside(tf.ones([4, 8]))


@tf.function
def shared(x):
    return outside(x) + layer(x)


shared(tf.ones([4, 8]))
tf.keras.layers.Dense(1)(tf.ones([4, 8]))
for taken in ("inside", "dense", "dense/kernel"):
    with tf.name_scope(taken):
        tf.Variable(1.0)
