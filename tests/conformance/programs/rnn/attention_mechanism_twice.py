# Mechanisms made twice in one scope: their layers are named by hand and collide.
# tensorflow: 1.15
import tensorflow as tf

seq2seq = tf.contrib.seq2seq
memory = tf.placeholder(tf.float32, [4, 9, 8])
with tf.variable_scope("model"):
    seq2seq.BahdanauAttention(6, memory)
    seq2seq.BahdanauAttention(6, memory)
with tf.variable_scope("model"):
    seq2seq.BahdanauAttention(6, memory)
