import tensorflow as tf
from tensorflow.contrib.framework.python.ops import arg_scope

import pixel_cnn.nn as nn


def model_spec(x, h=None, init=False, ema=None, dropout_p=0.5, nr_resnet=5, nr_filters=160, nr_logistic_mix=10, resnet_nonlinearity="concat_elu"):
    counters = {}
    with arg_scope([nn.conv2d, nn.gated_resnet, nn.dense, nn.nin], counters=counters, init=init, ema=ema, dropout_p=dropout_p):
        if resnet_nonlinearity == "concat_elu":
            resnet_nonlinearity = nn.concat_elu
        elif resnet_nonlinearity == "elu":
            resnet_nonlinearity = tf.nn.elu
        else:
            raise ("resnet nonlinearity " + resnet_nonlinearity + " is not supported")
        with arg_scope([nn.gated_resnet], nonlinearity=resnet_nonlinearity, h=h):
            xs = nn.int_shape(x)
            x_pad = tf.concat([x, tf.ones(xs[:-1] + [1])], 3)
            u_list = [nn.down_shift(nn.conv2d(x_pad, num_filters=nr_filters, filter_size=[2, 3]))]
            ul_list = [u_list[-1] + nn.conv2d(x_pad, num_filters=nr_filters, filter_size=[1, 3])]
            for rep in range(nr_resnet):
                u_list.append(nn.gated_resnet(u_list[-1], conv=nn.conv2d))
                ul_list.append(nn.gated_resnet(ul_list[-1], u_list[-1], conv=nn.conv2d))
            u_list.append(nn.conv2d(u_list[-1], num_filters=nr_filters, stride=[2, 2]))
            ul_list.append(nn.conv2d(ul_list[-1], num_filters=nr_filters, stride=[2, 2]))
            u, ul = u_list.pop(), ul_list.pop()
            for rep in range(nr_resnet):
                u = nn.gated_resnet(u, u, conv=nn.conv2d)
                ul = nn.gated_resnet(ul, tf.concat([u, u], 3), conv=nn.conv2d)
            x_out = nn.nin(tf.nn.elu(ul), 10 * nr_logistic_mix)
            assert len(u_list) == 1 + nr_resnet
            return x_out
