# A loop over a data set yields tensors, also one in a tf.function.
# tensorflow: 2.21
import tensorflow as tf

data = tf.data.Dataset.from_tensor_slices((tf.ones([9, 8]), tf.ones([9, 2]))).batch(4)
for images, labels in data:
    tf.Variable(tf.zeros([images.shape[1], labels.shape[1]]), name="sized")
    break


@tf.function
def count():
    total = 0.0
    for images, _ in data:
        total += tf.reduce_sum(images)
        with tf.compat.v1.variable_scope("net", reuse=tf.compat.v1.AUTO_REUSE):
            total += tf.compat.v1.get_variable("w", [images.shape[1]])[0]
    return total


count()
for row in tf.data.Dataset.from_tensors({"a": tf.ones([3, 5])}):
    tf.Variable(row["a"], name="row")
    break
