# A session whose graph holds nothing refuses to run anything, whatever it is fed.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
early = tf.Session()
tf.reset_default_graph()
x = tf.placeholder(tf.float32, [])
y = tf.Variable(1.0, name="y") + x
for what, fed in ((y, {x: 1.0}), (y, None)):
    try:
        early.run(what, fed)
    except RuntimeError as error:
        tf.Variable(0.0, name=str(error).split()[2])
with tf.Graph().as_default() as other:
    tf.constant(1.0)
with tf.Session(graph=other) as sess:
    try:
        sess.run(y, {x: 1.0})
    except TypeError as error:
        tf.Variable(0.0, name=str(error).split()[2])
early.run(y)
