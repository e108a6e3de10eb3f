# argparse defaults give sizes, names and switches.
import argparse

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
parser = argparse.ArgumentParser(description="sizes")
parser.add_argument("--units", type=int, default=7)
parser.add_argument("--layer-name", default="fc", help="name of the layer")
parser.add_argument("--depth", "-d", type=int, default="2")
parser.add_argument("--shared", action="store_true")
parser.add_argument("--no-bias", dest="bias", action="store_false")
parser.add_argument("--mode", choices=["train", "test"], default="train")
parser.add_argument("--towers", type=int, default=1)
args = parser.parse_args([])
x = tf.zeros([2, 3])
for i in range(args.depth):
    name = args.layer_name if args.shared else args.layer_name + str(i)
    x = tf.layers.dense(x, args.units, use_bias=args.bias, name=name)
if args.mode == "train":
    tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(x))
for i in range(args.towers):
    tf.get_variable("tower", [args.towers + 1])
widths = [3, 5, 7, 9]
for width in widths[widths.index(args.units) :]:
    tf.get_variable("width%d" % width, [min(args.units, width), max([args.units, width])])
