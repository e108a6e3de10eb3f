"""Stands in for keras_applications/vgg16.py and vgg19.py: networks that come with their weights."""

import tensorflow as tf

layers = tf.keras.layers


def _input(include_top, weights, input_tensor, input_shape):
    if input_shape is None:
        input_shape = (224, 224, 3) if include_top else (None, None, 3)
    if input_tensor is None:
        return layers.Input(shape=input_shape)
    if not tf.keras.backend.is_keras_tensor(input_tensor):
        return layers.Input(tensor=input_tensor, shape=input_shape)
    return input_tensor


def _network(
    name, depths, include_top, weights, input_tensor, input_shape, pooling, classes, activation
):
    if weights == "imagenet" and include_top and classes != 1000:
        raise ValueError(
            'If using `weights` as `"imagenet"` with `include_top` as true, `classes` should be '
            "1000"
        )
    image = _input(include_top, weights, input_tensor, input_shape)
    x = image
    for block, depth in enumerate(depths, 1):
        for place in range(1, depth + 1):
            x = layers.Conv2D(
                min(512, 32 * 2**block),
                (3, 3),
                activation="relu",
                padding="same",
                name="block%d_conv%d" % (block, place),
            )(x)
        x = layers.MaxPooling2D((2, 2), strides=(2, 2), name="block%d_pool" % block)(x)
    if include_top:
        x = layers.Flatten(name="flatten")(x)
        x = layers.Dense(4096, activation="relu", name="fc1")(x)
        x = layers.Dense(4096, activation="relu", name="fc2")(x)
        x = layers.Dense(classes, activation=activation, name="predictions")(x)
    elif pooling == "avg":
        x = layers.GlobalAveragePooling2D()(x)
    elif pooling == "max":
        x = layers.GlobalMaxPooling2D()(x)
    model = tf.keras.Model(image, x, name=name)
    if weights is not None:
        model.load_weights(weights)
    return model


def VGG16(
    include_top=True,
    weights="imagenet",
    input_tensor=None,
    input_shape=None,
    pooling=None,
    classes=1000,
    classifier_activation="softmax",
    name="vgg16",
):
    """Thirteen convolutions in five blocks."""
    return _network(
        name,
        (2, 2, 3, 3, 3),
        include_top,
        weights,
        input_tensor,
        input_shape,
        pooling,
        classes,
        classifier_activation,
    )


def VGG19(
    include_top=True,
    weights="imagenet",
    input_tensor=None,
    input_shape=None,
    pooling=None,
    classes=1000,
    classifier_activation="softmax",
    name="vgg19",
):
    """Sixteen of them."""
    return _network(
        name,
        (2, 2, 4, 4, 4),
        include_top,
        weights,
        input_tensor,
        input_shape,
        pooling,
        classes,
        classifier_activation,
    )
