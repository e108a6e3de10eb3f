"""Learn an embedding in which images of one class lie close together."""
from __future__ import absolute_import, division, print_function

import os

import inference
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
sess = tf.InteractiveSession()

network = inference.siamese()
train_step = tf.train.GradientDescentOptimizer(0.01).minimize(network.loss)
saver = tf.train.Saver()
tf.global_variables_initializer().run()

load = False
model_ckpt = "siamese-model.meta"
if os.path.isfile(model_ckpt):
    load = os.environ.get("LOAD_MODEL") == "yes"
if load:
    saver.restore(sess, "siamese-model")

for step in range(2):
    batch_x1, batch_y1 = np.random.rand(16, 64), np.random.randint(0, 10, 16)
    batch_x2, batch_y2 = np.random.rand(16, 64), np.random.randint(0, 10, 16)
    batch_y = (batch_y1 == batch_y2).astype("float")
    _, loss_v = sess.run(
        [train_step, network.loss],
        feed_dict={network.x1: batch_x1, network.x2: batch_x2, network.y_: batch_y},
    )
    if np.isnan(loss_v):
        print("Model diverged with loss = NaN")
        quit()
    if step % 10 == 0:
        print("step %d: loss %.3f" % (step, loss_v))
embed = network.o1.eval({network.x1: np.random.rand(5, 64)})
print(embed.shape)
