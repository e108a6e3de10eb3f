# Residual blocks and units of slim, put together by a program, with units of its own.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.slim.python.slim.nets import resnet_utils, resnet_v1, resnet_v2

slim = tf.contrib.slim
x = tf.placeholder(tf.float32, (2, 64, 64, 3))


def unit(depth, inner, stride):
    return {"depth": depth, "depth_bottleneck": inner, "stride": stride}


def shown(name, ends):
    for key in sorted(ends):
        tf.get_variable(name + key.replace("/", "_"), ends[key].shape[1:])


@slim.add_arg_scope
def plain(inputs, depth, stride, rate=1, scope=None):
    with tf.variable_scope(scope, "plain", [inputs]):
        return slim.conv2d(inputs, depth, 3, stride=stride, rate=rate)


blocks = [
    resnet_utils.Block("block1", resnet_v1.bottleneck, [unit(16, 4, 1)] * 2 + [unit(16, 4, 2)]),
    resnet_utils.Block("block2", resnet_v1.bottleneck, [unit(32, 8, 1)] * 2),
]
with slim.arg_scope(resnet_v1.resnet_arg_scope()):
    net, ends = resnet_v1.resnet_v1(x, blocks, 10, scope="res")
    shown("first_", ends)
    net, ends = resnet_v1.resnet_v1(x, blocks, 10, is_training=False, reuse=True, scope="res")
    shown("second_", ends)
with slim.arg_scope(resnet_utils.resnet_arg_scope(weight_decay=0.1)):
    more = [
        resnet_utils.Block("block1", resnet_v2.bottleneck, [unit(16, 4, 1), unit(16, 4, 2)]),
        resnet_v2.resnet_v2_block("block2", 8, 3, 2),
    ]
    net, ends = resnet_v2.resnet_v2(
        x, more, global_pool=False, include_root_block=False, output_stride=2
    )
    shown("third_", ends)
    net = resnet_utils.conv2d_same(x, 8, 3, stride=2, scope="c")
    net = resnet_utils.subsample(net, 2, scope="s")
    with tf.variable_scope("r"):
        net = resnet_utils.stack_blocks_dense(net, blocks[:1])
        net = resnet_v2.bottleneck(net, 16, 4, 1)
        net = resnet_v2.bottleneck(net, 16, 4, 1, rate=2, scope="named")
        net = resnet_v1.bottleneck(net, 16, 4, stride=1)
tf.get_variable("w", net.shape[1:])
own = resnet_utils.Block(scope="b1", unit_fn=plain, args=[{"depth": 4, "stride": 2}] * 2)
net = resnet_utils.stack_blocks_dense(x, [own], output_stride=2)
tf.get_variable("v", net.shape[1:])
resnet_utils.stack_blocks_dense(x, [own._replace(scope="z")], output_stride=3)
