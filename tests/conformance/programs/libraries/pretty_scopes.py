# Where prettytensor's layers are: names of tensors, branches, templates of functions, bound values.
# tensorflow: 0.12
import prettytensor as pt
import tensorflow as tf

x = tf.placeholder(tf.float32, [4, 6])
y = tf.placeholder(tf.float32, [2, 6])
images = tf.placeholder(tf.float32, [2, 8, 8, 3])
wrapped = pt.wrap(x)


@pt.Register
class marked(pt.VarStoreMethod):
    def __call__(self, input_layer, name="not taken"):
        self.variable("own", [2], tf.constant_initializer(0.0))
        self.variable("given", [2], tf.ones([2]))
        tf.get_variable("asked", [1])
        return input_layer


named = wrapped.with_name("place")
named.marked()
wrapped.with_name("place").marked()
named.marked(name="a/b").with_name("deep").marked()
with tf.variable_scope("outer"):
    (named.marked() + 1).marked()
    wrapped.concat(1, [named]).marked()
    named.join([x]).marked()
    pt.template("input").construct(input=named).marked()
deferred = pt.template("input").with_name("later").marked().marked()
deferred.construct(input=x)
deferred.construct(input=y)

seq = pt.wrap(images).sequential()
with seq.subdivide(2) as [one, other]:
    with one.subdivide(2, name="inner") as [left, right]:
        left.conv2d(1, 2)
        right.depthwise_conv2d(3, 2, bias=None, batch_normalize=True)
    seq.marked()
    other.marked()
with tf.variable_scope("outer"), tf.name_scope("n"):
    with seq.subdivide_with(2, lambda ends: ends[0] * ends[1], name="product") as [one, other]:
        one.conv2d(1, 2)
        other.conv2d([1], 2, stride=[1, 1, 1, 1])
    seq.reshape("_44*").flatten().fully_connected(1)
again = pt.wrap(seq).sequential()
with again.subdivide(2, name="again") as [one, other]:
    one.fully_connected(2)
    other.fully_connected(3)


def function(value, size):
    weights = tf.get_variable("w", [6, size])
    return pt.wrap(tf.matmul(value, weights)).marked()


with tf.variable_scope("unread"):
    first = pt.make_template("made", function, size=3)
first(x)
second = pt.make_template("made", function, size=3)
second(x)
with tf.variable_scope("outer"):
    second(y)
first(y)

with tf.variable_scope("outer", reuse=True):
    sharing = pt.template("input").marked()
sharing.construct(input=x)
sized = pt.template("input").fully_connected(pt.UnboundVariable("size"))
small = sized.bind(size=3)
small.construct(input=x)
small.fully_connected(2).construct(input=x)
pt.template("other").attach_template(small, "input").marked().construct(other=y)
(1 - small * small)[:, 0:2].construct(input=x).fully_connected(1)
result = pt.template("input").softmax_classifier(3, pt.template("labels"))
result.construct(input=x, labels=tf.ones([4, 3])).softmax.fully_connected(1)
wrapped.fully_connected(2, weights=tf.ones([6, 2]), name="last")
with tf.name_scope("only_names"):
    wrapped.fully_connected(2)
