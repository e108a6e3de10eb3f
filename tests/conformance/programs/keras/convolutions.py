# Kernels of Keras convolutions, with the shapes that pooling and strides leave.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 8, 8, 3))
h = layers.Conv2D(4, 3, strides=2, padding="same", activation="relu")(x)
h = layers.MaxPooling2D()(h)
h = layers.UpSampling2D()(h)
h = layers.Conv2DTranspose(5, (3, 3), strides=(2, 2), padding="same", use_bias=False)(h)
h = layers.SeparableConv2D(6, 3)(h)
h = layers.DepthwiseConv2D(3, depth_multiplier=2)(h)
h = layers.ZeroPadding2D(1)(h)
layers.Dense(2)(layers.Flatten()(h))
layers.Dense(2)(layers.GlobalAveragePooling2D()(h))
