# sugartensor's layers: methods of tensors, in scopes by their names or by numbers.
# tensorflow: 0.12
import sugartensor as tf

x = tf.placeholder(tf.sg_floatx, [4, 16, 16, 3])


def network(tensor, reuse=None):
    with tf.sg_context(name="net", size=4, act="relu", bn=True, reuse=reuse):
        res = tensor.sg_conv(dim=8, stride=2, name="a").sg_conv(dim=4, name="b", act="linear")
        res = res.sg_conv(name="c").sg_upconv(dim=2, name="d").sg_pool().sg_flatten()
        res = res.sg_dense(dim=5, bn=False, dout=0.3, name="e")
        return res.sg_dense(dim=3, ln=True, bn=False, name="f")


first = network(x)
network(x, reuse=True)
with tf.sg_context(name="outer", bn=True):
    with tf.sg_context(act="tanh"):
        x.sg_conv(dim=2)
    x.sg_conv(dim=2)
x.sg_aconv(dim=2, rate=3).sg_bypass(act="sigmoid", bn=True)
line = tf.zeros([4, 9, 5])
line.sg_conv1d(dim=3, size=3, pad="VALID").sg_aconv1d(dim=2, causal=True).sg_aconv1d(dim=2)
line.sg_pool1d().sg_rnn(dim=4)
line.sg_gru(dim=4, last_only=True).sg_dense(dim=1)
line.sg_lstm(dim=3, ln=True, bias=False, last_only=True).sg_dense(dim=1)
emb = tf.sg_emb(name="emb", voca_size=7, dim=6)
words = tf.placeholder(tf.sg_intx, [4, 2]).sg_lookup(emb=emb).sg_flatten().sg_dense(dim=2)
again = tf.zeros([4, 12]).sg_dense(dim=4, name="d").sg_relu().sg_dense(dim=2, name="e")
again.sg_reuse(input=tf.ones([2, 12]))
v = tf.get_variable("v", [3, 3])
v.sg_dense(dim=2, bias=False).sg_expand_dims().sg_squeeze().sg_sum(dims=1).sg_cast(dtype=tf.int32)
x.sg_reshape(shape=(-1, 768)).sg_argmax().sg_one_hot(depth=4).sg_float().sg_dense(dim=1)
x.sg_transpose(perm=(0, 3, 1, 2)).sg_concat(target=tf.ones([4, 3, 16, 2])).sg_conv(dim=1)
assert words.get_shape().as_list() == [4, 2]
x.sg_conv(dim=2, reuse=True)
