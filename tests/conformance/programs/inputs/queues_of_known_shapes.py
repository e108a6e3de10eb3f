# What is taken from a queue has the shapes and the dtypes that the queue was made for.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(label, tensor):
    sizes = [0 if size is None else size for size in tensor.shape.as_list()]
    tf.get_variable(
        "%s_%d" % (label, len(sizes)), [size + 1 for size in sizes], tensor.dtype.base_dtype
    )


pairs = tf.FIFOQueue(10, [tf.float32, tf.int32], [[8, 3], []])
images, labels = pairs.dequeue_many(4)
told("images", images)
told("labels", labels)
told("one", pairs.dequeue()[0])
told("several", pairs.dequeue_up_to(3)[0])
told("row", tf.RandomShuffleQueue(10, 2, tf.float64, shapes=(1, 2)).dequeue())
padded = tf.PaddingFIFOQueue(10, [tf.float32], [[None, 3]])
told("padded", padded.dequeue_many(tf.constant(2)))
named = tf.FIFOQueue(10, [tf.float32, tf.int64], shapes=[[2], [3]], names=["a", "b"])
told("named", named.dequeue()["b"])
free = tf.FIFOQueue(10, [tf.float32]).dequeue()
tf.get_variable("free" if free.shape.ndims is None else "bound", [])
free.set_shape([5, 2])
told("set", free)
try:
    tf.FIFOQueue(10, [tf.float32, tf.int32], [[2]])
except ValueError:
    tf.get_variable("refused", [])
with tf.variable_scope("layer"):
    tf.get_variable("w", [images.shape[-1], 5])
tf.get_variable("fed", tf.FIFOQueue(1, [tf.float32], [tf.TensorShape([None])]).dequeue().shape)
