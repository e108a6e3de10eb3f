# A TensorArray knows the shape of its elements from what is written, also inside loops.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, tensor):
    rank = tensor.shape.ndims
    sizes = [-1] if rank is None else [size or 99 for size in tensor.shape.as_list()]
    tf.get_variable(name, [len(sizes)] + [size + 1 for size in sizes], tensor.dtype.base_dtype)


def refused(name, action):
    try:
        action()
    except (ValueError, TypeError) as error:
        tf.get_variable("%s_%s" % (name, type(error).__name__), [len(str(error).split(" for ")[0])])


x = tf.placeholder(tf.float32, [7, 5, 4])
unknown = tf.placeholder(tf.float32)
empty = tf.TensorArray(tf.float32, 7)
told("nothing", empty.read(0))
told("nothing_stacked", empty.stack())
array = empty.unstack(x)
told("read", array.read(0))
told("read_first", empty.read(0))
told("stack", array.stack())
told("gather", array.gather([0, 1]))
told("concat", array.concat())
told("size", array.size())
told("given", tf.TensorArray(tf.int64, 3, element_shape=[2, 3]).read(1))
told("partly", tf.TensorArray(tf.float32, 3, element_shape=[None, 4]).unstack(x).read(1))
told("not_inferred", tf.TensorArray(tf.float32, 3, infer_shape=False).write(0, x).read(1))
told("scattered", tf.TensorArray(tf.float32, 7).scatter(list(range(7)), x).read(1))
refused("scattered_few", lambda: tf.TensorArray(tf.float32, 7).scatter([0, 1], x))
told("split", tf.TensorArray(tf.float32, 2).split(tf.zeros([6, 2]), [3, 3]).read(1))
told("split_other", tf.TensorArray(tf.float32, 2).split(tf.zeros([6, 2]), [2, 4]).read(1))
told("unknown", tf.TensorArray(tf.float32, 7).unstack(unknown).read(1))
told("python", tf.TensorArray(tf.float32, 2).write(0, 3.0).write(1, 4.0).stack())
told("integers", tf.TensorArray(tf.int32, 2).write(0, [3, 4]).stack())
told("same", tf.TensorArray(tf.float32, 2).write(0, x[0]).identity().read(0))
told("shape", tf.zeros(array.element_shape))
refused("dtype", lambda: tf.TensorArray(tf.int32, 2).write(0, x))
refused("inconsistent", lambda: array.write(0, tf.zeros([5, 5])))
refused("inconsistent_rank", lambda: array.write(0, tf.zeros([5])))
refused("no_size", lambda: tf.TensorArray(tf.int32))

made = tf.TensorArray(tf.float32, 7, name="made")
inputs = tf.TensorArray(tf.float32, 7, dynamic_size=True).unstack(x)


def body(step, out, state):
    new = tf.layers.dense(tf.concat([inputs.read(step), state], 1), 3, name="cell")
    return step + 1, out.write(step, new), new


_, out, last = tf.while_loop(
    lambda step, *_: step < 7, body, (tf.constant(0), made, tf.zeros([5, 3]))
)
told("looped", out.stack())
told("last", last)
told("transposed", tf.transpose(out.stack(), [1, 0, 2]))
chosen = tf.cond(unknown[0] > 0, lambda: out.stack(), lambda: out.stack() * 2.0)
told("chosen", chosen)


def loop_fn(time, output, state, loop_state):
    following = tf.zeros([5, 3]) if output is None else state
    finished = tf.fill([5], time >= 7) if output is None else time >= tf.fill([5], 7)
    kept = tf.TensorArray(tf.float32, 7) if output is None else loop_state.write(time - 1, output)
    return finished, inputs.read(time), following, output, kept


arrays, state, kept = tf.nn.raw_rnn(tf.nn.rnn_cell.GRUCell(3), loop_fn)
told("raw", arrays.stack())
told("raw_read", arrays.read(2))
told("raw_kept", kept.stack())
loss = tf.reduce_mean(out.stack()) + tf.reduce_mean(arrays.stack())
tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
