# Metrics count in the dtype that they are given.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
M = tf.keras.metrics
M.LogCoshError(name="logcosh", dtype=tf.int32)
M.Mean(dtype="float64")
M.MeanIoU(2, dtype=tf.float32)
M.Precision(dtype=tf.float64), M.AUC(20, dtype=tf.float64), M.Sum("s", tf.float64)
M.TruePositives(0.5, "tp", tf.float64), M.SensitivityAtSpecificity(0.5, 3, None, "float64")
M.TopKCategoricalAccuracy(3, "top", tf.float64), M.Recall(None, None, None, None, "float64")
