# The layers around cuDNN keep one opaque variable whose shape is not known, shared when the object is called again.
# tensorflow: 1.15
import tensorflow as tf

cudnn = tf.contrib.cudnn_rnn
x = tf.placeholder(tf.float32, [7, 2, 5])
lstm = cudnn.CudnnLSTM(2, 4)
outputs, (h, c) = lstm(x)
lstm(x, initial_state=(h, c), training=False)
tf.get_variable("outputs", [1 if d is None else d for d in outputs.shape.as_list()])
tf.get_variable("count", [len(lstm.variables), len(lstm.trainable_variables)])
tf.get_variable("sizes", [lstm.num_layers, lstm.num_units, lstm.num_dirs, lstm.input_size])
cudnn.CudnnLSTM(1, 4, direction="bidirectional", dropout=0.5)(x)
cudnn.CudnnGRU(1, 4)(x)
cudnn.CudnnRNNRelu(1, 3, name="mine")(x)
out, state = cudnn.CudnnRNNTanh(1, 3, dtype=tf.float64)(tf.zeros([7, 2, 5], tf.float64))
tf.get_variable("states", [len(state)])
with tf.variable_scope("a"):
    cudnn.CudnnGRU(1, 4)(x)
with tf.variable_scope("a", reuse=True):
    cudnn.CudnnGRU(1, 4)(x)
cases = [
    lambda: cudnn.CudnnLSTM(1, 4, direction="both"),
    lambda: cudnn.CudnnLSTM(1, 4, input_mode="none"),
    lambda: cudnn.CudnnLSTM(1, 4, dtype=tf.int32),
    lambda: cudnn.CudnnLSTM(1, 4, name="two")(x[0]),
    lambda: cudnn.CudnnLSTM(1, 4, name="last")(tf.placeholder(tf.float32, [7, 2, None])),
    lambda: lstm(tf.zeros([7, 2, 6])),
]
for number, case in enumerate(cases):
    try:
        case()
    except ValueError:
        tf.get_variable("refused_%d" % number, [1])
try:
    lstm(x, initial_state=[h, c])
except TypeError:
    tf.get_variable("refused_state", [1])
with tf.variable_scope("a", reuse=True):
    cudnn.CudnnLSTM(1, 4)(x)
