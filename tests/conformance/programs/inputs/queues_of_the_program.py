# Queues and staging areas that the program makes: what they give has static shapes and dtypes.
# tensorflow: 1.15
import types

import tensorflow as tf


def seen(name, tensor):
    sizes = tensor.get_shape().as_list() if tensor.get_shape().ndims is not None else ["none"]
    shown = "_".join(str(one) for one in sizes)
    tf.get_variable("%s_%s_%s" % (name, tensor.dtype.name, shown), [1])


one = tf.FIFOQueue(10, [tf.float32], shapes=[[3, 4]])
seen("one", one.dequeue())
seen("many", one.dequeue_many(5))
seen("up", one.dequeue_up_to(5))
two = tf.FIFOQueue(10, [tf.float32, tf.int64], name="two")
first, second = two.dequeue(name="taken")
seen("first", first)
second.set_shape([7])
seen("second", second)
tf.get_variable(two.name + "_" + two.dtypes[1].name, [1])
shuffled = tf.RandomShuffleQueue(
    10, 2, dtypes=[tf.float32, tf.uint8], shapes=[[2], []], names=["a", "b"]
)
for key, value in sorted(shuffled.dequeue_many(3).items()):
    seen(key, value)
padding = tf.PaddingFIFOQueue(10, tf.float32, shapes=[[None, 2]])
tf.layers.dense(padding.dequeue_many(4), 3)
tf.layers.dense(tf.concat([one.dequeue(), one.dequeue()], 1), 5, name="wide")
area = tf.contrib.staging.StagingArea([tf.float32], shapes=[[6, 2]])
tf.layers.dense(area.get()[0], 2, name="staged")
if isinstance(tf.layers, types.ModuleType) and not isinstance(tf.reshape, types.ModuleType):
    tf.get_variable("modules", [int(tf.FIFOQueue(1, "int32", [[]]).size().shape.ndims) + 1])
