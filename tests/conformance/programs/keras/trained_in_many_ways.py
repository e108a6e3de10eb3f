# Models that are built, called, compiled, frozen and cleared before they are trained.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
L = tf.keras.layers
X, Y = np.zeros((4, 5)), np.zeros((4, 2))


def q(*names):
    for name in names:
        with tf.name_scope(name):
            tf.Variable(1.0, name="q")


m = tf.keras.Sequential([L.Dense(3), L.Dense(2)])
m.build((None, 5))
m.compile("adam", "mse", metrics=["mae"])
m.fit(X, Y, verbose=0)
m.layers[0].trainable = False
m.compile("sgd", "mse", metrics=["acc", "AUC"])
m.train_on_batch(X, Y)
q("loss", "metrics", "training")
m = tf.keras.Sequential([L.Dense(3), L.Dense(2)])
m(tf.placeholder(tf.float32, (4, 5)))
m.compile(
    tf.keras.optimizers.RMSprop(0.1, momentum=0.9, centered=True, name="r"),
    "mse",
    weighted_metrics=["mae"],
)
q("loss", "metrics", "training", "predict")
m.predict(X)
m.evaluate(X, Y, verbose=0)
m.fit(X, Y, verbose=0)
q("loss", "metrics", "training", "predict", "evaluation")
m = tf.keras.Sequential([L.Dense(3), L.Dense(2)])
m.compile(tf.keras.optimizers.Adam(lr=0.1, amsgrad=True), "mse", metrics=["MeanSquaredError"])
m.predict(X)
m.fit(X, Y, verbose=0)
tf.keras.backend.clear_session()
m = tf.keras.Sequential([L.Dense(2, input_shape=(5,))])
m.compile(tf.keras.optimizers.SGD(tf.constant(0.1), 0.9), "mse")
m.fit(X, Y, verbose=0)
o = tf.keras.optimizers.Adam(tf.keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.9))
m.compile(o, "mse")
m.fit(X, Y, verbose=0)
o = tf.keras.optimizers.Adam()
m.compile(o, "mse")
tf.keras.backend.set_value(o.lr, 0.1)
m.fit(X, Y, verbose=0)
o = tf.keras.optimizers.get("adamax")
d = L.Dense(2)
loss = tf.reduce_sum(d(tf.placeholder(tf.float32, (4, 5))))
o.get_updates(loss, d.trainable_weights)
with tf.name_scope("t"):
    o.apply_gradients(zip(tf.gradients(loss, d.trainable_weights), d.trainable_weights))
o = tf.keras.optimizers.Nadam()
o.iterations
for v in tf.global_variables():
    tf.get_variable("g_" + v.op.name.replace("/", "_"), [1])
