# prettytensor's own layers: unique name scopes name the variables, defaults come from a scope.
# tensorflow: 0.12
import prettytensor as pt
import tensorflow as tf

x = tf.placeholder(tf.float32, [8, 16, 16, 3])
labels = tf.placeholder(tf.float32, [8, 10])


def network(images, phase):
    with pt.defaults_scope(activation_fn=tf.nn.relu, l2loss=0.001, phase=phase):
        net = pt.wrap(images).conv2d(5, 8, batch_normalize=True).max_pool(2, 2)
        net = net.conv2d([3, 1], 4, stride=[2, 1], bias=None, name="named")
        net = net.depthwise_conv2d(3, 2).batch_normalize(scale_after_normalization=True)
        net = net.flatten().fully_connected(6).fully_connected(5, transpose_weights=True)
        return net.dropout(0.5)


with tf.variable_scope("model"):
    trained = network(x, pt.Phase.train)
with tf.variable_scope("model", reuse=True):
    network(x, pt.Phase.test)
with pt.defaults_scope(
    trainable_variables=False, variable_collections=["mine"], summary_collections=None
):
    trained.fully_connected(3, activation_fn=(tf.nn.relu6,))
args = pt.BatchNormalizationArguments(scale_after_normalization=True)
with_args = pt.wrap(x).conv2d(1, 2, batch_normalize=args)
assert len(tf.get_collection("mine")) == 2

shaped = with_args.reshape([pt.DIM_SAME, pt.DIM_REST]).diagonal_matrix_mul()
shaped.reshape("_88*").fully_connected(2) if False else shaped.fully_connected(2)
part = trained[:, 1:3]
(part * 2 + part).fully_connected(1)
(1 - part / 2).concat(1, [part]).fully_connected(1)
join = part.join([trained.fully_connected(2)]).fully_connected(3)
part.apply(tf.nn.softmax, name="soft").relu().stop_gradient().fully_connected(1)

scoped = part.with_name("inner").fully_connected(2).fully_connected(2)
with tf.variable_scope("outer"):
    scoped.fully_connected(2)
    part.fully_connected(2)

seq = pt.wrap(x).sequential()
with seq.subdivide(2) as [a, b]:
    a.conv2d(1, 2)
    b.conv2d(1, 2).conv2d(3, 2)
seq.flatten()
seq.fully_connected(10)
result = seq.softmax_classifier(10, labels)
accuracy = result.softmax.evaluate_classifier(labels, phase=pt.Phase.test)
step = pt.apply_optimizer(tf.train.AdamOptimizer(), losses=[result.loss])
print([v.name for v in tf.trainable_variables()][:3])
