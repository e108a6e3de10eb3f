# prettytensor's templates: the first construct makes the variables, later ones share them.
# tensorflow: 1.1
import prettytensor as pt
import tensorflow as tf

x = tf.placeholder(tf.float32, [4, 6])
y = tf.placeholder(tf.float32, [2, 6])

with tf.variable_scope("d"):
    plain = pt.template("input").fully_connected(5).fully_connected(3, name="last")
plain.construct(input=x)
with tf.variable_scope("elsewhere"):
    plain.construct(input=y)

width = pt.UnboundVariable("width")
with pt.defaults_scope(phase=pt.UnboundVariable("phase", pt.Phase.train)):
    loose = pt.template("input").fully_connected(width).batch_normalize().dropout(0.5)
loose.construct(input=x, width=7)
loose.construct(input=y, width=7, phase=pt.Phase.test)
bound = loose.bind(width=7)
bound.construct(input=x)
loose.as_fn("input", "width", "phase")(y, 7, pt.Phase.infer)

common = pt.template("input").fully_connected(4)
one, other = common.fully_connected(2), common.fully_connected(3, activation_fn=tf.nn.relu)
pt.construct_all([one, other], input=x)
one.construct(input=y)
both = one.concat(1, [other]).fully_connected(1)
both.construct(input=x)

named = pt.template("input").with_name("named").fully_connected(2).fully_connected(2)
named.construct(input=x)
pt.wrap(x).attach_template(plain, "input").fully_connected(1)
pt.wrap(x).fully_connected(6).attach_template(pt.template("t").fully_connected(2), "t")


def function(x, size):
    w = tf.get_variable("w", [6, size])
    return pt.wrap(tf.matmul(x, w)).fully_connected(2)


shared = pt.make_template("made", function, size=3)
shared(x)
shared(y)
captured = pt.make_template(None, function, size=4)
captured(x)
seq = pt.template("input").sequential()
seq.fully_connected(3)
seq.fully_connected(3)
seq.construct(input=x)
seq.construct(input=y)
pt.template("input", optional=True)
plain.construct(input=x, more=y)
