# tensorflow: 1.15
# A class of the program's own that inherits Estimator is trained, evaluated, asked and exported.
import tempfile

import numpy as np
import tensorflow as tf

rows = {"x": np.zeros([8, 3], np.float32)}
labels = np.zeros([8, 1], np.float32)


class Pair(tf.estimator.Estimator):
    def __init__(self, network, width, params=None):
        self.asked = width

        def model(features, labels, mode, params):
            with tf.variable_scope("pair"):
                one = network(features["x"], width)
            with tf.variable_scope("pair", reuse=True):
                other = network(features["x"] + 1.0, width)
            if mode == tf.estimator.ModeKeys.PREDICT:
                tf.get_local_variable("only_asked", [params["size"]])
                output = tf.estimator.export.PredictOutput({"one": one})
                return tf.estimator.EstimatorSpec(
                    mode, predictions={"one": one}, export_outputs={"out": output}
                )
            loss = tf.reduce_mean(tf.square(one - other))
            step = tf.train.AdamOptimizer().minimize(loss, tf.train.get_global_step())
            return tf.estimator.EstimatorSpec(mode, loss=loss, train_op=step)

        super(Pair, self).__init__(model_fn=model, model_dir=tempfile.mkdtemp(), params=params)

    def train_more(self, data):
        return self.train(data, steps=1)


class Deep(Pair):
    def learn(self, input_fn, **more):
        tf.get_variable("before_%s" % self.params["name"], [self.params["size"]])
        return self.train(input_fn, **more)


class Overriding(Pair):
    def train(self, input_fn):
        return super(Overriding, self).train(input_fn, steps=1)


def network(x, width):
    return tf.layers.dense(x, width, name="out")


def receiver_of(shape):
    x = tf.placeholder(tf.float32, shape)
    return tf.estimator.export.ServingInputReceiver({"x": x}, {"x": x})


data = tf.estimator.inputs.numpy_input_fn(rows, labels, batch_size=4, shuffle=False)
made = Deep(network, 2, {"size": 3, "name": "first"})
made.learn(data, steps=1)
made.train_more(data)
made.evaluate(data, steps=1)
tf.get_variable("asked_%d" % made.asked, [2])
tf.estimator.train_and_evaluate(
    made, tf.estimator.TrainSpec(data, max_steps=3), tf.estimator.EvalSpec(data, steps=1)
)
raw = tf.estimator.export.build_raw_serving_input_receiver_fn
parsing = tf.estimator.export.build_parsing_serving_input_receiver_fn
described = {"x": tf.FixedLenFeature([3], tf.float32)}
made.export_savedmodel(tempfile.mkdtemp(), parsing(described))
with tf.Graph().as_default():
    receiver = raw({"x": tf.zeros([1, 3])}, default_batch_size=5)()
    tf.get_variable("of_receiver", [receiver.features["x"].shape[0]])
    single = tf.estimator.export.TensorServingInputReceiver(
        receiver.features["x"], receiver.receiver_tensors
    )
    tf.get_variable("of_one", single.features.get_shape().as_list())
made.export_saved_model(tempfile.mkdtemp(), lambda: receiver_of([None, 3]))
Overriding(network, 2)
