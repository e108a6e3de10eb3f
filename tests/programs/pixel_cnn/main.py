# tensorflow: 1.15
"""A gated convolutional density model with data-dependent initialization and a template."""
import argparse

import numpy as np
import tensorflow as tf

import pixel_cnn.nn as nn
from pixel_cnn.model import model_spec

parser = argparse.ArgumentParser()
parser.add_argument("-q", "--nr_resnet", type=int, default=1, help="Residual blocks per stage")
parser.add_argument("-n", "--nr_filters", type=int, default=6, help="Filters in all layers")
parser.add_argument("-m", "--nr_logistic_mix", type=int, default=2, help="Logistic components")
parser.add_argument("-z", "--resnet_nonlinearity", type=str, default="concat_elu")
parser.add_argument("-c", "--class_conditional", dest="class_conditional", action="store_true")
parser.add_argument("-b", "--batch_size", type=int, default=2)
parser.add_argument("-g", "--nr_gpu", type=int, default=2, help="How many devices to distribute over")
parser.add_argument("--polyak_decay", type=float, default=0.9995)
args = parser.parse_args()

rng = np.random.RandomState(1)
tf.set_random_seed(1)
obs_shape = (8, 8, 3)

x_init = tf.placeholder(tf.float32, shape=(args.batch_size,) + obs_shape)
xs = [tf.placeholder(tf.float32, shape=(args.batch_size,) + obs_shape) for i in range(args.nr_gpu)]
h_init = None
h_sample = [None] * args.nr_gpu
hs = h_sample

model_opt = {
    "nr_resnet": args.nr_resnet,
    "nr_filters": args.nr_filters,
    "nr_logistic_mix": args.nr_logistic_mix,
    "resnet_nonlinearity": args.resnet_nonlinearity,
}
model = tf.make_template("model", model_spec)

init_pass = model(x_init, h_init, init=True, dropout_p=0.5, **model_opt)

all_params = tf.trainable_variables()
ema = tf.train.ExponentialMovingAverage(decay=args.polyak_decay)
maintain_averages_op = tf.group(ema.apply(all_params))
ema_params = [ema.average(p) for p in all_params]

grads, loss_gen, loss_gen_test = [], [], []
for i in range(args.nr_gpu):
    with tf.device("/cpu:0"):
        out = model(xs[i], hs[i], ema=None, dropout_p=0.5, **model_opt)
        loss_gen.append(nn.simple_loss(tf.stop_gradient(xs[i]), out))
        grads.append(tf.gradients(loss_gen[i], all_params, colocate_gradients_with_ops=True))
        out = model(xs[i], hs[i], ema=ema, dropout_p=0.0, **model_opt)
        loss_gen_test.append(nn.simple_loss(xs[i], out))

tf_lr = tf.placeholder(tf.float32, shape=[])
for i in range(1, args.nr_gpu):
    loss_gen[0] += loss_gen[i]
    loss_gen_test[0] += loss_gen_test[i]
    for j in range(len(grads[0])):
        grads[0][j] += grads[i][j]
optimizer = tf.group(nn.adam_updates(all_params, grads[0], lr=tf_lr), maintain_averages_op)
bits_per_dim = loss_gen[0] / (args.nr_gpu * np.log(2.0) * np.prod(obs_shape) * args.batch_size)

initializer = tf.global_variables_initializer()
saver = tf.train.Saver()
with tf.Session() as sess:
    feed = {x: rng.rand(*(args.batch_size,) + obs_shape) for x in xs}
    feed.update({x_init: rng.rand(*(args.batch_size,) + obs_shape)})
    sess.run(initializer, feed)
    sess.run(init_pass, feed)
    feed[tf_lr] = 0.001
    print("bits per dim", sess.run([bits_per_dim, optimizer], feed)[0])
