# sequence_loss takes logits of rank three.
# tensorflow: 1.15
import tensorflow as tf

weights = tf.ones([4, 7])
tf.contrib.seq2seq.sequence_loss(tf.zeros([28, 9]), tf.zeros([4, 7], tf.int32), weights)
