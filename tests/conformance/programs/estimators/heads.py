# Heads of estimators train in a name scope of their own; only their metrics are variables.
# tensorflow: 1.15
import tensorflow as tf


def network(features):
    hidden = tf.layers.dense(features["x"], 4, name="hidden")
    return tf.layers.batch_normalization(hidden, training=True, name="norm")


def labelled(dtype):
    return tf.zeros([8, 1], dtype)


features = {"x": tf.zeros([8, 3])}
logits = tf.layers.dense(network(features), 5, name="logits")
head = tf.contrib.estimator.multi_class_head(n_classes=5)
spec = head.create_estimator_spec(
    features, "train", logits, labelled(tf.int64), optimizer=tf.train.AdamOptimizer()
)
spec = head.create_estimator_spec(features, "eval", logits, labelled(tf.int64))
spec = head.create_estimator_spec(features, tf.estimator.ModeKeys.PREDICT, logits)
tf.train.create_global_step()


def trains(loss):
    tf.get_variable("weights_of_training", loss.shape)
    return tf.train.MomentumOptimizer(0.1, 0.9).minimize(
        loss, global_step=tf.train.get_global_step(), var_list=tf.trainable_variables("hidden")
    )


numbers = tf.contrib.estimator.regression_head(
    label_dimension=5, loss_fn=lambda labels, logits: tf.abs(labels - logits), name="numbers"
)
numbers.create_estimator_spec(
    features=features,
    mode="train",
    logits=logits,
    labels=tf.zeros([8, 5]),
    train_op_fn=trains,
    regularization_losses=[tf.nn.l2_loss(logits)],
)
numbers.create_estimator_spec(features, "eval", logits, tf.zeros([8, 5]))
second = tf.estimator.BinaryClassHead(thresholds=[0.25])
with tf.variable_scope("resources", use_resource=True):
    one = tf.layers.dense(features["x"], 1, name="one")
second.create_estimator_spec(
    features,
    "train",
    one,
    labelled(tf.int64),
    optimizer=tf.keras.optimizers.Adam(),
    trainable_variables=tf.trainable_variables("resources"),
)
second.create_estimator_spec(features, "eval", one, labelled(tf.int64))
tf.estimator.RegressionHead(2).metrics(regularization_losses=[1.0])
try:
    head.create_estimator_spec(features, "train", logits, labelled(tf.int64))
except ValueError as error:
    tf.get_variable("_".join(str(error).split()[-3:-1]), [])
head.create_estimator_spec(features, "train", logits, train_op_fn=trains)
