# The two VGG networks are made of layers that are known: by name, by place, and what they answer.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
applications = tf.keras.applications
image = tf.placeholder(tf.float32, [None, 64, 64, 3])
with tf.variable_scope("features", reuse=tf.AUTO_REUSE):
    whole = applications.VGG19(include_top=False, weights=None)
    part = tf.keras.Model(whole.input, whole.get_layer("block3_conv3").output)
    part.trainable = False
    seen = part(image)
small = tf.placeholder(tf.float32, [None, 32, 32, 3])
top = applications.vgg16.VGG16(
    weights=None, classes=10, input_tensor=small, input_shape=(32, 32, 3)
)
pooled = applications.VGG16(
    include_top=False, weights=None, pooling="avg", input_shape=(64, 64, 3)
)
first = tf.keras.Model(pooled.input, [pooled.layers[1].output, pooled.get_layer(index=3).output])
scores = tf.layers.dense(pooled(image), 3, name="head")
tf.get_variable("layers", [len(whole.layers), len(pooled.layers), len(first.layers)])
tf.get_variable("weights", [len(part.trainable_weights), len(part.weights), len(pooled.weights)])
tf.get_variable("sizes", [seen.shape[3], first(image)[1].shape[2], top.output.shape[1]])
tf.train.AdamOptimizer().minimize(tf.reduce_mean(scores), var_list=tf.trainable_variables("head"))
