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
