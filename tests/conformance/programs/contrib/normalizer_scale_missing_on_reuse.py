# The second copy wants a gamma that the first did not make: fc/BatchNorm/gamma does not exist.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers
x = tf.zeros([2, 3])
for scale, reuse in [(False, None), (True, True)]:
    layers.fully_connected(
        x,
        4,
        normalizer_fn=layers.batch_norm,
        normalizer_params=dict(scale=scale),
        scope="fc",
        reuse=reuse,
    )
