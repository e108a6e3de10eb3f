# padded_batch: the sizes asked for, with the batch in front; the rest is what the element has.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def pairs():
    yield np.zeros([3, 2], np.float32), 1


def told(tensor):
    tf.Variable(0.0, name="s" + str(tensor.shape.as_list()).replace("[", "").replace("]", "").replace(", ", "_"))


made = tf.data.Dataset.from_generator(pairs, (tf.float32, tf.int32), ([None, 2], []))
for shapes in (([None, 2], []), ([7, None], ()), ([-1, 2], [])):
    x, y = made.padded_batch(4, padded_shapes=shapes).make_one_shot_iterator().get_next()
    told(x)
    told(y)
x, y = made.padded_batch(4, ([5, 2], []), None, True).make_one_shot_iterator().get_next()
told(x)
told(y)
named = made.map(lambda x, y: {"x": x, "y": y})
both = named.padded_batch(2, {"x": [None, 2], "y": []}).make_one_shot_iterator().get_next()
told(both["x"])
told(both["y"])
one = made.map(lambda x, y: x).padded_batch(2, padded_shapes=[None, 2])
batch = one.make_one_shot_iterator().get_next()
told(tf.reshape(batch, [-1, 2]))
tf.get_variable("w", tf.reshape(batch, [4, -1]).shape)
