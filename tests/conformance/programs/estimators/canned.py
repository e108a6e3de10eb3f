# tensorflow: 1.15
# Estimators with models of TensorFlow's own: trained, evaluated, asked.
import numpy as np
import tensorflow as tf

x = np.linspace(0.0, 1.0, 40).reshape(20, 2).astype(np.float32)
y = (x.sum(axis=1) > 1.0).astype(np.int32)
rows = {"a": x[:, 0], "b": x[:, 1], "c": np.arange(20) % 3}
endless = tf.estimator.inputs.numpy_input_fn(rows, y, 20, num_epochs=None, shuffle=False)
once = tf.estimator.inputs.numpy_input_fn(rows, y, 20, num_epochs=1, shuffle=False)
numbers = [tf.feature_column.numeric_column(name) for name in "ab"]
cut = [tf.feature_column.bucketized_column(one, [0.3, 0.6]) for one in numbers]
kinds = tf.feature_column.categorical_column_with_identity("c", 3)
embedded = tf.feature_column.embedding_column(kinds, 2)


def run(estimator):
    estimator.train(endless, steps=2)
    estimator.evaluate(once)
    list(estimator.predict(once))


run(tf.estimator.BoostedTreesClassifier(cut, 1, n_trees=2))
run(tf.estimator.BoostedTreesRegressor(cut, 1, n_trees=2, max_depth=2))
run(tf.estimator.DNNClassifier([4, 3], [*numbers, embedded], n_classes=3))
run(tf.estimator.DNNClassifier(feature_columns=numbers, hidden_units=[4], optimizer="Adam"))
run(tf.estimator.DNNRegressor([4], numbers, batch_norm=True, dropout=0.5))
run(tf.estimator.LinearClassifier([*numbers, kinds]))
run(tf.estimator.LinearRegressor(cut, optimizer=tf.train.GradientDescentOptimizer(0.1)))
run(
    tf.estimator.DNNLinearCombinedClassifier(
        linear_feature_columns=cut, dnn_feature_columns=numbers, dnn_hidden_units=[4]
    )
)
run(
    tf.estimator.DNNLinearCombinedRegressor(
        linear_feature_columns=[kinds], dnn_feature_columns=numbers, dnn_hidden_units=[2, 2]
    )
)
run(tf.estimator.BaselineClassifier(n_classes=4))
run(tf.estimator.BaselineRegressor(label_dimension=1))
