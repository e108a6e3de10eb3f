# Metrics make variables when they are made, or when a model is compiled with them.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
M = tf.keras.metrics
(
    M.Accuracy(),
    M.Mean(),
    M.Sum(),
    M.MeanTensor(),
    M.Precision([0.1, 0.5]),
    M.Recall(),
    M.TruePositives(),
    M.FalseNegatives([0.1, 0.2]),
)
(
    M.AUC(50),
    M.AUC(num_thresholds=20),
    M.SensitivityAtSpecificity(0.5),
    M.SpecificityAtSensitivity(0.5, 30),
    M.RootMeanSquaredError(),
)
with tf.name_scope("s"):
    M.MeanIoU(num_classes=3)
    M.TopKCategoricalAccuracy(k=3)
for v in tf.global_variables() + tf.local_variables():
    tf.get_variable("g_" + v.op.name.replace("/", "_"), [1])
x = tf.keras.layers.Input((5,))
a = tf.keras.layers.Dense(2, name="a")(x)
b = tf.keras.layers.Dense(2, name="b")(x)
m = tf.keras.Model(x, [a, b])
m.compile("sgd", {"a": "mse"}, metrics=["mae"])
m = tf.keras.Model(x, [a, b])
m.compile("sgd", ["mse", None], metrics=[["mae", M.mean_squared_error], []])
m = tf.keras.Model(x, [a, b])
m.compile("sgd", "mse", metrics=[M.AUC()])
