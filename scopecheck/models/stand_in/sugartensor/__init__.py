"""Stands in for sugartensor 0.0.2, on TensorFlow before 1.0, and 1.0, on later ones.

It has all that TensorFlow has, and what its own modules have.
"""

import tensorflow
from scopecheck_stand_in import unknown

from sugartensor import (
    sg_activation,
    sg_data,
    sg_initializer,
    sg_layer,
    sg_loss,
    sg_main,
    sg_net,
    sg_optimize,
    sg_transform,
    sg_util,
)
from sugartensor.sg_layer import sg_emb
from sugartensor.sg_logging import *
from sugartensor.sg_main import *
from sugartensor.sg_queue import sg_producer_func
from sugartensor.sg_train import *
from sugartensor.sg_util import sg_opt

sg_main._inject(
    sg_activation,
    "sg_sigmoid sg_tanh sg_relu sg_relu6 sg_leaky_relu sg_elu sg_softplus sg_softsign sg_softmax "
    "sg_linear",
)
sg_main._inject(
    sg_layer,
    "sg_bypass sg_dense sg_conv sg_conv1d sg_aconv sg_aconv1d sg_upconv sg_rnn sg_gru sg_lstm",
)
sg_main._inject(sg_loss, "sg_ce sg_bce sg_mse sg_mae sg_hinge sg_ctc sg_accuracy")
sg_main._inject(
    sg_transform,
    "sg_identity sg_cast sg_float sg_int sg_expand_dims sg_squeeze sg_flatten sg_reshape "
    "sg_transpose sg_argmax sg_argmin sg_concat sg_one_hot sg_to_sparse sg_log sg_exp sg_sum "
    "sg_mean sg_prod sg_min sg_max sg_all sg_any sg_pool sg_pool1d sg_lookup sg_reverse_seq "
    "sg_periodic_shuffle "
    "sg_inverse_periodic_shuffle",
)
sg_main._inject(
    sg_net,
    "sg_vgg_16 sg_vgg_19 sg_resnet_layer sg_resnet_50 sg_resnet_101 sg_resnet_152 sg_resnet_200 "
    "sg_densenet_layer sg_densenet_121 sg_densenet_161 sg_densenet_169 sg_densenet_201",
)
sg_main.sg_inject_func(sg_main.sg_reuse)


def __getattr__(name):
    if name.startswith("sg_"):
        return unknown("sugartensor." + name)
    return getattr(tensorflow, name)
