"""Networks kept as lists of layer objects, with a layer class of their own."""
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Scale(tf.layers.Layer):
    """Multiplies each feature with a weight, and counts how often it was called."""

    def __init__(self, start=1.0, **kwargs):
        super(Scale, self).__init__(**kwargs)
        self.start = start
        self.calls = 0

    def build(self, input_shape):
        size = int(input_shape[-1])
        self.factor = self.add_variable("factor", [size], initializer=tf.constant_initializer(self.start))
        self.count = self.add_weight("count", shape=[], dtype=tf.float32, trainable=False, initializer=tf.zeros_initializer())
        super(Scale, self).build(input_shape)

    def call(self, inputs):
        self.calls += 1
        return inputs * self.factor


class Sequence(object):
    def __init__(self, *layers):
        self.layers = layers

    def __call__(self, x, training=False):
        for layer in self.layers:
            if isinstance(layer, (tf.layers.BatchNormalization, tf.layers.Dropout)):
                x = layer(x, training=training)
            else:
                x = layer(x)
        return x

    @property
    def weights(self):
        found = []
        for layer in self.layers:
            found += getattr(layer, "trainable_weights", [])
        return found


def block(filters, **kwargs):
    return [
        tf.layers.Conv2D(filters, (3, 3), padding="same", use_bias=False, **kwargs),
        tf.layers.BatchNormalization(),
        tf.nn.relu,
        tf.layers.MaxPooling2D(2, 2),
    ]


def classifier(classes):
    layers = block(4) + block(8, name="second") + [tf.layers.Flatten(), tf.layers.Dropout(0.3)]
    layers += [tf.layers.Dense(16, activation=tf.nn.tanh, name="fc"), Scale(0.5), tf.layers.Dense(classes, name="fc")]
    return Sequence(*layers)


def main():
    images = tf.placeholder(tf.float32, [None, 12, 12, 3])
    others = tf.placeholder(tf.float32, [None, 12, 12, 3])
    with tf.variable_scope("student"):
        student = classifier(5)
        logits = student(images, training=True)
    with tf.variable_scope("teacher"):
        teacher = classifier(5)
        targets = teacher(images)
    consistency = tf.reduce_mean(tf.square(student(others) - teacher(others)))
    scale = Scale(name="temperature")
    loss = tf.losses.softmax_cross_entropy(tf.nn.softmax(tf.stop_gradient(scale(targets))), scale(logits)) + consistency
    decay = 0.99
    update = tf.group(*[t.assign(decay * t + (1 - decay) * s) for s, t in zip(student.weights, teacher.weights)])
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        step = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss, var_list=student.weights)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        feed = {images: np.random.rand(2, 12, 12, 3), others: np.random.rand(2, 12, 12, 3)}
        sess.run(step, feed)
        sess.run(update)
        print(scale.calls, sess.run(loss, feed).shape)


if __name__ == "__main__":
    main()
