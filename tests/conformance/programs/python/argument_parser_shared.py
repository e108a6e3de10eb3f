# The same program with --shared on its command line: the second layer finds fc/kernel already exists.
import argparse

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
parser = argparse.ArgumentParser()
parser.add_argument("--units", type=int, default=3)
parser.add_argument("--shared", action="store_true")
args, _ = parser.parse_known_args(["--shared", "--units", "4", "--other"])
x = tf.zeros([2, 4])
for i in range(2):
    name = "fc" if args.shared else "fc%d" % i
    x = tf.layers.dense(x, args.units, name=name)
