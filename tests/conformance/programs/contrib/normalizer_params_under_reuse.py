# normalizer_params reach batch_norm, so both copies own a gamma and share all five variables.
# tensorflow: 1.15
import tensorflow as tf


def net(x, is_training, reuse):
    params = {"scale": True, "is_training": is_training, "decay": 0.9}
    return tf.contrib.layers.fully_connected(
        x,
        4,
        normalizer_fn=tf.contrib.layers.batch_norm,
        normalizer_params=params,
        scope="fc",
        reuse=reuse,
    )


net(tf.zeros([2, 3]), True, None)
net(tf.zeros([2, 3]), False, True)
