"""Layer classes of the program."""

from __future__ import annotations

from predictions import made, raised

BIAS = """
class Bias(tf.layers.Layer):
    def build(self, shape):
        self.b = self.add_weight("b", [int(shape[-1])])

    def call(self, inputs):
        with tf.variable_scope("inner"):
            return inputs + self.b + tf.get_variable("c", [])


x = tf.zeros([2, 3])
"""


def test_weights_and_variables_are_below_the_layers_scope() -> None:
    assert made(BIAS + "layer = Bias()\nlayer(x)\nlayer(x)\nBias(name='top')(x)\n") == [
        "bias/b",
        "bias/inner/c",
        "top/b",
        "top/inner/c",
    ]


def test_errors_of_call_are_told_at_the_layers_call() -> None:
    program = BIAS + "for _ in range(2):\n    Bias(_scope='same')(x)\n"
    assert "Variable same/b already exists" in raised(program)


def test_a_layer_of_tensorflows_own_may_be_inherited() -> None:
    assert made("""
class Twice(tf.layers.Dense):
    def call(self, inputs):
        return 2.0 * super(Twice, self).call(inputs)


tf.layers.dense(Twice(4)(tf.zeros([2, 3])), 1, name="fc", use_bias=False)
""") == ["twice/kernel", "twice/bias", "fc/kernel"]


def test_a_weight_may_be_added_before_the_first_call() -> None:
    assert made("""
class Early(tf.layers.Layer):
    def __init__(self):
        super().__init__()
        self.w = self.add_weight("w", [1])


with tf.variable_scope("a"):
    early = Early()
early(tf.zeros([1]))
""") == ["a/early/w"]
