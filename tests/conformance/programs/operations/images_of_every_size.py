# Images that are resized, cropped, flipped and coloured.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


def I(*sizes):
    return tf.placeholder(tf.int32, sizes)


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


held(lambda: tf.image.resize_area(P(None, 8, 8, 3), [4, 4]))
held(lambda: tf.image.resize_nearest_neighbor(P(2, 8, 8, 3), tf.constant([3, 5])))
sized(lambda: tf.image.resize_images(P(2, 8, 8, 3), [4, 5], tf.image.ResizeMethod.BICUBIC))
sized(lambda: tf.image.resize_images(P(2, 8, 8, 3), (4, 5), align_corners=True))
sized(lambda: tf.image.resize_images(P(2, 8, 8, 3), I(2)))
sized(lambda: tf.image.resize(P(2, 8, 8, 3), [4, 5]))
sized(lambda: tf.image.flip_left_right(P(8, 8, 3)))
sized(lambda: tf.image.flip_up_down(P(2, 8, 8, 3)))
sized(lambda: tf.image.random_flip_up_down(P(8, 8, 3)))
sized(lambda: tf.image.random_brightness(P(8, 8, 3), 0.1))
sized(lambda: tf.image.random_contrast(P(8, 8, 3), 0.1, 0.2))
sized(lambda: tf.image.random_hue(P(8, 8, 3), 0.1))
sized(lambda: tf.image.random_saturation(P(8, 8, 3), 0.1, 0.2))
sized(lambda: tf.image.adjust_brightness(P(8, 8, 3), 0.1))
sized(lambda: tf.image.adjust_contrast(P(8, 8, 3), 0.1))
sized(lambda: tf.image.adjust_gamma(P(8, 8, 3), 0.1))
sized(lambda: tf.image.adjust_hue(P(8, 8, 3), 0.1))
sized(lambda: tf.image.adjust_saturation(P(8, 8, 3), 0.1))
sized(lambda: tf.image.rgb_to_hsv(P(8, 8, 3)))
sized(lambda: tf.image.hsv_to_rgb(P(8, 8, 3)))
sized(lambda: tf.image.grayscale_to_rgb(P(None, 8, 8, 1)))
sized(lambda: tf.image.rgb_to_grayscale(P(8, 9, 3)))
sized(lambda: tf.image.pad_to_bounding_box(P(8, 8, 3), 1, 2, 12, 13))
sized(lambda: tf.image.crop_to_bounding_box(P(None, 8, 8, 3), 1, 2, 4, 5))
sized(lambda: tf.image.resize_with_crop_or_pad(P(None, 8, 8, 3), 6, 10))
sized(lambda: tf.image.resize_image_with_crop_or_pad(P(4, 4, 3), 6, 6))
sized(lambda: tf.image.decode_png(tf.constant("s"), channels=1))
sized(lambda: tf.image.decode_image(tf.constant("s")))
sized(lambda: tf.image.decode_jpeg(tf.constant("s"), channels=0))
sized(lambda: tf.image.decode_png(tf.constant("s"), dtype=tf.uint16))
sized(lambda: tf.image.convert_image_dtype(P(8, 8, 3), tf.uint8))
held(lambda: tf.image.convert_image_dtype(P(8, 8, 3), tf.float32))
sized(lambda: tf.image.per_image_standardization(P(None, 8, 8, 3)))
sized(
    lambda: tf.image.extract_patches(
        P(None, 8, 8, 3), [1, 2, 2, 1], [1, 2, 2, 1], [1, 1, 1, 1], "VALID"
    )
)
held(lambda: tf.random_crop(P(8, 8, 3), (4, 4, 3)))
held(lambda: tf.random_crop(P(8, 8, 3), I(3)))
sized(
    lambda: tf.extract_image_patches(
        P(2, 8, 8, 3), ksizes=[1, 3, 3, 1], strides=[1, 1, 1, 1], rates=[1, 1, 1, 1], padding="SAME"
    )
)
