# minimize() over operations that have no gradient, or none that is registered.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
image = tf.get_variable("image", [1, 6, 6, 3])
seen = tf.get_variable("seen", [3])
optimizer = tf.train.MomentumOptimizer(0.1, 0.9)
lost = tf.reduce_sum(tf.nn.zero_fraction(image) + tf.cast(tf.argsort(seen), tf.float32))
for number, loss in enumerate(
    [
        lost,
        lost + tf.reduce_sum(seen * tf.image.adjust_hue(image, 0.1)),
        tf.reduce_sum(tf.image.resize_area(image, [3, 3])),
    ]
):
    try:
        optimizer.minimize(loss, var_list=[image, seen])
    except (ValueError, LookupError) as error:
        tf.get_variable("refused_%d_%s" % (number, type(error).__name__), [number])
tf.get_variable("bins", tf.histogram_fixed_width(seen, [0.0, 1.0], 7).shape.as_list())
tf.get_variable("places", tf.searchsorted([0.0, 1.0], seen).shape.as_list())
optimizer.minimize(lost + tf.reduce_sum(seen), var_list=[image, seen])
