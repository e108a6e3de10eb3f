# Images, and what is decoded.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


def any_rank():
    return tf.placeholder(tf.float32)


def held(make, named=True):
    with tf.Graph().as_default():
        made = make()
        sizes = [101, 101, 101]
        if made.shape.ndims is not None:
            sizes = [100 if size is None else size for size in made.shape.as_list()]
        name = made.op.name if named else "v"
        with tf.variable_scope("held"):
            tf.get_variable(name, sizes, made.dtype.base_dtype, tf.zeros_initializer())


def sized(make):
    held(make, named=False)


held(lambda: tf.image.resize_bilinear(P(None, None, None, 3), [tf.shape(P(None, 4))[1], 20]))
held(lambda: tf.image.resize_bilinear(P(None, 7, 7, 3), tf.shape(P(None, 14, 14, 1))[1:3]))
sized(lambda: tf.image.resize_images(P(None, 7, 7, 3), (14, 14)))
sized(lambda: tf.image.resize_images(P(7, 7, 3), (14, 14)))
held(lambda: tf.image.resize_nearest_neighbor(P(None, 7, 7, 3), (14, 14)))
held(lambda: tf.image.resize_nearest_neighbor(P(None, 7, 7, 3), tf.placeholder(tf.int32, [2])))
sized(lambda: tf.image.random_flip_left_right(P(4, 4, 3)))
held(lambda: tf.random_crop(P(8, 8, 3), [4, 4, 3]))
sized(lambda: tf.image.per_image_standardization(P(4, 4, 3)))
sized(lambda: tf.image.resize_image_with_crop_or_pad(P(4, 4, 3), 6, 6))
sized(lambda: tf.image.decode_jpeg(tf.constant("s")))
sized(lambda: tf.image.decode_jpeg(tf.constant("s"), channels=3))
sized(lambda: tf.decode_raw(tf.constant("s"), tf.uint8))
sized(lambda: tf.image.resize_images(P(None, None, None, 3), [64, 64]))
sized(
    lambda: tf.image.resize_images(
        P(None, 7, 7, 3), [14, 14], method=tf.image.ResizeMethod.NEAREST_NEIGHBOR
    )
)
sized(lambda: tf.image.resize_images(tf.cast(P(7, 7, 3), tf.uint8), (14, 14)))
held(lambda: tf.image.resize_nearest_neighbor(P(None, 7, 7, 3), [14, 14]))
held(lambda: tf.image.resize_bilinear(P(None, 7, 7, 3), tf.shape(P(None, 14, 14, 3))[1:3]))
sized(lambda: tf.image.rgb_to_grayscale(P(None, 8, 8, 3)))
sized(lambda: tf.image.convert_image_dtype(tf.cast(P(4, 4, 3), tf.uint8), tf.float32))
sized(lambda: tf.image.crop_to_bounding_box(P(8, 8, 3), 0, 0, 4, 5))
held(lambda: tf.random_crop(P(8, 8, 3), [4, 4, 3]))
sized(
    lambda: tf.extract_image_patches(
        P(None, 8, 8, 3), [1, 2, 2, 1], [1, 2, 2, 1], [1, 1, 1, 1], "VALID"
    )
)
sized(
    lambda: tf.extract_image_patches(
        P(None, 9, None, 3), [1, 3, 3, 1], [1, 2, 2, 1], [1, 2, 2, 1], "SAME"
    )
)
sized(
    lambda: tf.extract_image_patches(
        P(None, 9, 9, None), [1, 3, 2, 1], [1, 1, 1, 1], [1, 2, 1, 1], "VALID"
    )
)
sized(
    lambda: tf.extract_image_patches(any_rank(), [1, 3, 2, 1], [1, 1, 1, 1], [1, 2, 1, 1], "VALID")
)
