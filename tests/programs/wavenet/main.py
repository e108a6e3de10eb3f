"""A stack of dilated causal convolutions over raw audio, with all variables in one dictionary."""
from __future__ import print_function

import argparse
import json
import os

import numpy as np
import tensorflow.compat.v1 as tf
from wavenet import WaveNetModel, optimizer_factory

tf.disable_v2_behavior()

LEARNING_RATE = 1e-3
PARAMS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "wavenet_params.json")


def get_arguments():
    def _str_to_bool(s):
        if s.lower() not in ["true", "false"]:
            raise ValueError("Argument needs to be a boolean, got {}".format(s))
        return {"true": True, "false": False}[s.lower()]

    parser = argparse.ArgumentParser(description="WaveNet example network")
    parser.add_argument("--batch_size", type=int, default=1)
    parser.add_argument("--histograms", type=_str_to_bool, default=False)
    parser.add_argument("--gc_channels", type=int, default=None)
    parser.add_argument("--optimizer", type=str, default="adam", choices=sorted(optimizer_factory))
    parser.add_argument("--momentum", type=float, default=0.9)
    parser.add_argument("--l2", type=float, default=0.1)
    return parser.parse_args()


def main():
    args = get_arguments()
    wavenet_params = {
        "filter_width": 2,
        "dilations": [1, 2, 4, 1, 2],
        "residual_channels": 8,
        "dilation_channels": 8,
        "quantization_channels": 16,
        "skip_channels": 12,
        "use_biases": True,
        "scalar_input": False,
        "initial_filter_width": 32,
    }
    print(json.dumps(wavenet_params, indent=1), os.path.basename(PARAMS))
    net = WaveNetModel(
        batch_size=args.batch_size,
        dilations=wavenet_params["dilations"],
        filter_width=wavenet_params["filter_width"],
        residual_channels=wavenet_params["residual_channels"],
        dilation_channels=wavenet_params["dilation_channels"],
        skip_channels=wavenet_params["skip_channels"],
        quantization_channels=wavenet_params["quantization_channels"],
        use_biases=wavenet_params["use_biases"],
        scalar_input=wavenet_params["scalar_input"],
        initial_filter_width=wavenet_params["initial_filter_width"],
        histograms=args.histograms,
        global_condition_channels=args.gc_channels,
    )
    if args.l2 == 0:
        args.l2 = None
    audio = tf.placeholder(tf.float32, [args.batch_size, 64, 1])
    loss = net.loss(input_batch=audio, l2_regularization_strength=args.l2)
    optimizer = optimizer_factory["adam"](learning_rate=LEARNING_RATE, momentum=args.momentum)
    trainable = tf.trainable_variables()
    optim = optimizer.minimize(loss, var_list=trainable)
    sess = tf.Session(config=tf.ConfigProto(log_device_placement=False))
    sess.run(tf.global_variables_initializer())
    saver = tf.train.Saver(var_list=tf.trainable_variables(), max_to_keep=1)
    loss_value, _ = sess.run([loss, optim], {audio: np.random.uniform(-1, 1, (args.batch_size, 64, 1))})
    print("loss = {:.3f}".format(loss_value), saver is not None)


if __name__ == "__main__":
    main()
