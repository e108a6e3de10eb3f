# map gives the shapes its function makes; drop_remainder makes the batch size known.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def parse(row):
    return {"pixels": tf.reshape(tf.cast(row, tf.float32), [2, 3]), "id": row[0]}


data = tf.data.Dataset.from_tensor_slices(tf.zeros([20, 6], tf.int32)).map(parse)
batch = tf.data.make_one_shot_iterator(data.batch(4, drop_remainder=True)).get_next()
with tf.variable_scope("net"):
    tf.get_variable("per_row", batch["pixels"].shape)
    tf.layers.dense(batch["pixels"], 7, name="fc")
