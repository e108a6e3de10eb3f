# A tensor that has a value has a whole shape, also where it hangs on values what it is.
import tensorflow.compat.v1 as tf

tf.enable_eager_execution()

image = tf.image.decode_image(tf.image.encode_png(tf.cast(tf.ones([4, 5, 3]), tf.uint8)))
sides = image.get_shape().as_list()[:2]
kept = tf.boolean_mask(tf.ones([4, 3]), [True, False, True, True])
rows, columns = kept.shape
values, places = tf.unique(tf.constant([7, 7, 8]))
dense = tf.layers.Dense(2)
dense(kept)
dense(tf.ones([sides[0] + int(rows), int(columns)]))
tf.layers.Dense(2, name="of_image")(tf.reshape(tf.cast(image, tf.float32), [-1, 3]))
tf.Variable(tf.zeros([int(columns)]), name="of_columns")
