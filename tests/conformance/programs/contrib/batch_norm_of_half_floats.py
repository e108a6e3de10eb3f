# tensorflow: 1.15
# A batch norm of half floats has float32 variables, but where it is neither fused nor the layer's own.
import tensorflow as tf

images = tf.placeholder(tf.float16, [5, 3, 3, 4])
rows = tf.placeholder(tf.float16, [5, 4])
steps = tf.placeholder(tf.float16, [5, 4, 6])
norm = tf.contrib.layers.batch_norm
for kind, inputs in (("images", images), ("rows", rows), ("steps", steps)):
    for fused in (None, False):
        for collection in (None, "update_ops"):
            name = "%s_%s_%s" % (kind, fused, collection)
            norm(inputs, scope=name, fused=fused, updates_collections=collection)
norm(images, scope="weighted", batch_weights=tf.ones([5], tf.float16))
norm(steps, scope="debiased", zero_debias_moving_mean=True)
