# Layers and cells for pruning keep a mask and a threshold beside the weights, which are not trained.
# tensorflow: 1.15
import tensorflow as tf

pruning = tf.contrib.model_pruning
x = tf.placeholder(tf.float32, [2, 8, 9, 3])
h = pruning.masked_conv2d(x, 4, [3, 2], stride=2)
tf.get_variable("conv", h.shape)
pruning.masked_convolution(x, 5, 3, padding="VALID", rate=2, scope="named", biases_initializer=None)
f = pruning.masked_fully_connected(tf.reshape(h, [2, 80]), 6)
tf.get_variable("full", f.shape)
pruning.masked_fully_connected(f, 7, scope="normal", normalizer_fn=tf.contrib.layers.layer_norm)
with tf.variable_scope("rnn"):
    cell = pruning.MaskedBasicLSTMCell(3)
    out, state = cell(f, cell.zero_state(2, tf.float32))
    cell(f, state)
    other = pruning.MaskedLSTMCell(3, use_peepholes=True)
    tf.nn.static_rnn(other, [f, f], dtype=tf.float32)
with tf.variable_scope("masked"):
    w = tf.get_variable("w", [3, 2])
    m = pruning.apply_mask(w, tf.get_variable_scope())
    pruning.apply_mask(tf.get_variable("u", [2]), "inner")
tf.get_variable("models", [len(tf.contrib.framework.get_model_variables())])
tf.get_variable("masks", [len(pruning.get_masks()), len(pruning.get_weights())])
with tf.variable_scope("", reuse=tf.AUTO_REUSE):
    pruning.masked_conv2d(x, 5, 3, scope="named", biases_initializer=None)
for case in (lambda: pruning.masked_conv2d(tf.zeros([2, 3]), 4, 3), lambda: pruning.masked_fully_connected(f, 2.5), lambda: pruning.masked_conv2d(x, 2, 3, data_format="NDHW")):
    try:
        case()
    except ValueError:
        tf.get_variable_scope()
with tf.variable_scope("normal_reused", reuse=True):
    pruning.masked_fully_connected(f, 7, scope="normal")
