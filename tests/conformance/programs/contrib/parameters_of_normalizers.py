# Regularizers and initializers of a normalizer's parameters; what instance_norm and layer_norm refuse.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers
x = tf.random_uniform((5, 4, 4, 3))


def regularize(weight):
    return 0.1 * tf.reduce_sum(weight)


def attempt(name, function, x, **given):
    try:
        function(x, scope=name, **given)
    except ValueError as error:
        tf.get_variable("%s_%d" % (name, "rank" in str(error)), [1])


layers.batch_norm(x, scale=True, param_regularizers={"gamma": regularize})
layers.batch_norm(x, param_regularizers={"gamma": regularize}, fused=False)
layers.batch_norm(x[0, 0], param_regularizers={"beta": regularize})
for number, loss in enumerate(tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)):
    tf.Variable(0.0, name="loss_%d" % number)
layers.batch_norm(x, param_initializers={"beta": tf.ones_initializer(), "moving_mean": None})
attempt("no_rank", layers.instance_norm, tf.placeholder(tf.float32))
attempt("no_channels", layers.instance_norm, tf.placeholder(tf.float32, [None, 4, 4, None]))
attempt("first", layers.instance_norm, tf.placeholder(tf.float32, [2, None, 4, 4]), data_format="NCHW")
attempt("fine", layers.instance_norm, tf.placeholder(tf.float32, [None, None, None, 3]))
attempt("layer_without_rank", layers.layer_norm, tf.placeholder(tf.float32))
attempt("layer_open", layers.layer_norm, tf.placeholder(tf.float32, [None, None]))
attempt("layer_axis", layers.layer_norm, x, begin_norm_axis=4)
attempt("layer_parameters", layers.layer_norm, x, begin_params_axis=4)
layers.layer_norm(x, begin_params_axis=1, scope="all")
