# Shapes of what input queues and parsers of examples give.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def layer(x, name):
    return tf.layers.dense(tf.layers.flatten(x), 2, name=name)


image = tf.random_uniform([4, 5, 3])
label = tf.constant(1)
images, labels = tf.train.batch([image, label], batch_size=6)
layer(images, "pair")
tf.get_variable("labels", [labels.shape[0], labels.shape.ndims])
layer(tf.train.shuffle_batch([image], 8, capacity=30, min_after_dequeue=10), "single")
named = tf.train.batch({"image": image, "label": label}, 3)
layer(named["image"], "named")
many = tf.train.batch([tf.zeros([9, 7])], 2, enqueue_many=True)
layer(many, "many")
row, = tf.train.slice_input_producer([tf.zeros([20, 6, 2])])
layer(tf.expand_dims(row, 0), "row")
raw = tf.placeholder(tf.string, [])
features = tf.parse_single_example(
    raw, {"pixels": tf.FixedLenFeature([30], tf.float32), "name": tf.FixedLenFeature([], tf.string)}
)
layer(features["pixels"][None], "pixels")
some = tf.parse_example(tf.placeholder(tf.string, [None]), {"x": tf.FixedLenFeature([11], tf.float32)})
layer(some["x"], "some")
joined = tf.train.shuffle_batch_join([[image, label]] * 2, 4, 30, 10, allow_smaller_final_batch=True)
layer(joined[0], "joined")
tf.get_variable("unknown", [1 if joined[0].shape[0] == None else 2])
