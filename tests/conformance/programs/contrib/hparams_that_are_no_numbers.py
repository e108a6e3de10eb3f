# A text that is no number where HParams hold one.
# tensorflow: 1.15
import tensorflow as tf

hp = tf.contrib.training.HParams(units=[32, 16], rate=0.1)
hp.parse("rate=0.5,units=[8, 4]")
tf.get_variable("w", hp.units)
hp.parse("units=[24,1x],rate=2")
