"""The line to change: where reuse has to be asked for depends on who opens the scope."""

from __future__ import annotations

from scopecheck.engine import check_source

HEAD = "import tensorflow as tf\n\n"
ONE_FUNCTION = (
    HEAD
    + """\
def network(x):
    with tf.variable_scope("net"):
        return tf.get_variable("w", [4])

network(1)
network(2)
"""
)
TWO_FUNCTIONS = (
    HEAD
    + """\
def layer():
    return tf.get_variable("w", [4])

def one():
    with tf.variable_scope("net"):
        return layer()

def other():
    with tf.variable_scope("net"):
        return layer()

one()
other()
"""
)
CALLED_DEEPER = (
    HEAD
    + """\
def network(x):
    with tf.variable_scope("net"):
        return tf.get_variable("w", [4])

def cycle():
    return 2 * network(2)

network(1)
cycle()
"""
)
LISTED = (
    HEAD
    + """\
def network(x, name):
    with tf.variable_scope(name):
        x = tf.matmul(x, tf.get_variable("w", [4, 4]))
        return tf.reduce_sum(x + tf.get_variable("beta", [4]))

d = network(tf.ones([1, 4]), OUTER + "disc")
g = network(tf.ones([1, 4]), "gen")
listed = [v for v in tf.trainable_variables() if v.name == OUTER + "disc/w:0"]
tf.train.AdamOptimizer().minimize(d, var_list=listed)
tf.train.AdamOptimizer().minimize(g, var_list=tf.trainable_variables("gen/"))
"""
)


def help_of(program: str) -> str:
    (finding,) = check_source(program, "a.py").result.findings
    assert finding.help is not None
    return finding.help.partition(";")[0]


def test_a_network_that_is_called_twice() -> None:
    assert help_of(ONE_FUNCTION) == (
        'to share it, pass reuse=True to variable_scope("net") for the second call (at line 8)'
    )


def test_two_functions_that_open_one_scope() -> None:
    assert help_of(TWO_FUNCTIONS) == (
        'to share it, pass reuse=True to variable_scope("net") at line 11'
    )


def test_the_second_call_is_the_one_of_the_network() -> None:
    assert help_of(CALLED_DEEPER) == (
        'to share it, pass reuse=True to variable_scope("net") for the second call (at line 8)'
    )


def test_a_scope_that_holds_the_network_is_named() -> None:
    text = LISTED.replace('OUTER + "disc', '"net/disc')
    assert help_of(text).startswith(
        'pass var_list=tf.trainable_variables("net/disc/"), all that the network makes,'
    )


def test_a_network_without_a_scope_of_its_own_gets_one() -> None:
    text = LISTED.replace("with tf.variable_scope(name):", "if True:").replace(
        'get_variable("w"', 'get_variable(name + "w"'
    )
    text = text.replace('get_variable("beta"', 'get_variable(name + "beta"')
    text = text.replace('OUTER + "disc/w:0"', '"discw:0"').replace('OUTER + "disc', '"disc')
    text = text.replace('tf.trainable_variables("gen/")', 'tf.trainable_variables("gen")')
    assert help_of(text).startswith("open one tf.variable_scope around the whole network")


REQUESTS = (
    HEAD
    + """\
def measure(picture):
    with tf.variable_scope("net"):
        answer = picture * tf.get_variable("w", [4])
    with tf.Session() as session:
        return session.run(answer)

measure(1.0)
measure(2.0)
"""
)
MODELS = (
    HEAD
    + """\
class Model(object):
    def __init__(self, x):
        self.build(x)

    def build(self, x):
        with tf.variable_scope("net"):
            self.answer = x * tf.get_variable("w", [4])

training = Model(1.0)
test = Model(2.0)
"""
)
TRAINERS = (
    HEAD
    + """\
def train(loss):
    rate = tf.get_variable("rate", [], trainable=False)
    return tf.train.AdamOptimizer(rate).minimize(loss)

loss = tf.reduce_sum(tf.get_variable("w", [4]))
train(loss)
train(2.0 * loss)
"""
)
LAYERS = (
    HEAD
    + """\
def network(x, units, name, layer=tf.layers.dense):
    with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
        return layer(x, units, name=name)

x = tf.ones([2, 8])
network(x, 4, "out")
"""
)


def test_a_call_that_runs_a_session_is_to_build_once() -> None:
    assert help_of(REQUESTS) == (
        "the call at line 10 builds it again: build it once, and let each call run the session only"
    )


def test_reuse_has_to_come_from_where_two_ways_part() -> None:
    assert help_of(MODELS).endswith("for the second call (at line 12)")


def test_a_call_that_makes_an_optimizer_must_be_able_to_create() -> None:
    assert "at line 9 into" in help_of(TRAINERS)
    assert help_of(TRAINERS).endswith("reuse=tf.AUTO_REUSE):`")


def test_what_decides_a_shape() -> None:
    assert "an input of the same size" in help_of(LAYERS + 'network(tf.ones([2, 6]), 4, "out")\n')
    assert "(4 instead of 5)" in help_of(LAYERS + 'network(x, 5, "out")\n')
    assert "two layers of different sizes" in help_of(LAYERS + 'network(x[:, :6], 5, "out")\n')
    grown = "network(tf.ones([2, 3, 3, {}]), {}, 'up', lambda x, n, name: "
    grown += "tf.layers.conv2d_transpose(x, n, 3, name=name))\n"
    text = LAYERS + grown.format(8, 4)
    assert "an input of the same size" in help_of(text + grown.format(6, 4))
    assert "(4 instead of 5)" in help_of(text + grown.format(8, 5))


def test_an_output_without_a_size_is_not_told_to_be_an_input_without_one() -> None:
    source = (
        "from tensorflow.python.ops.rnn_cell import _linear\n"
        + HEAD
        + "x = tf.concat(1, [tf.placeholder(tf.float32, [3, WIDTH])])\n"
        + "_linear([x], SIZE, True, scope='first')\n"
    )
    output = source.replace("WIDTH", "4").replace("SIZE", "None")
    assert help_of(output) == "pass a number for every dimension"
    assert "give the input" in help_of(source.replace("WIDTH", "None").replace("SIZE", "5"))


UNCALLED = (
    HEAD
    + """\
class Net:
    def layers(self, x):
        for _ in range(3):
            x = tf.layers.dense(x, 4, name="fc")
        return x

    def early(self, x):
        return self.layers(x)
"""
)


def test_what_nothing_calls_is_told_by_its_own_line() -> None:
    (found,) = check_source(UNCALLED, "net.py").result.findings
    assert found.help is not None
    assert "the loop around line 6" in found.help
    first, *others = found.path
    assert (first.site.line, first.site.function) == (9, "Net")
    assert "calls this method" in first.text
    assert [step.site.line for step in others] == [10]


def test_a_class_that_nothing_makes_is_told_by_its_line() -> None:
    text = UNCALLED.replace("layers(self, x)", "__init__(self, x)").replace("return x", "pass")
    every = check_source(text, "net.py").result.findings
    found = [one for one in every if one.site.line == 6]
    assert [one.path[0].site.line for one in found] == [3]
    assert "makes an object of this class" in found[0].path[0].text
