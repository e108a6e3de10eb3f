"""Slots, powers and moving averages."""

from __future__ import annotations

import pytest
from predictions import made, raised

W = "w = tf.get_variable('w', [2])\nloss = tf.reduce_sum(w)\n"


def test_slots_are_asked_for_under_the_scope_in_force() -> None:
    program = W + "with tf.variable_scope('t'):\n    tf.train.AdamOptimizer().minimize(loss)\n"
    assert made(program) == ["w", "t/beta1_power", "t/beta2_power", "t/w/Adam", "t/w/Adam_1"]


def test_slots_under_reuse() -> None:
    program = W + "tf.get_variable_scope().reuse_variables()\n"
    assert "Variable w/Momentum/ does not exist" in raised(
        program + "tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)\n"
    )
    assert made(program + "tf.train.GradientDescentOptimizer(0.1).minimize(loss)\n") == ["w"]


def test_no_gradients() -> None:
    program = W + "u = tf.get_variable('u', [1])\n"
    assert raised(program + "tf.train.AdamOptimizer().minimize(loss, var_list=[u])\n") == (
        "ValueError: No gradients provided for any variable, check your graph for ops that do not "
        "support gradients, between variables [\"<tf.Variable 'u:0' shape=(1,) "
        'dtype=float32_ref>"] and loss Tensor("Sum:0", shape=(), dtype=float32).'
    )


def test_moving_averages_go_through_the_store() -> None:
    program = W + "tf.train.ExponentialMovingAverage(0.9).apply([w])\n"
    assert made(program) == ["w", "w/ExponentialMovingAverage"]


def test_an_average_of_an_unnamed_operation() -> None:
    program = W + "mean, _ = tf.nn.weighted_moments(w, [0], w)\n"
    program += "tf.train.ExponentialMovingAverage(0.9).apply([mean])\n"
    assert made(program) == ["w", "…/ExponentialMovingAverage"]


def test_a_constructor_takes_its_own_arguments() -> None:
    message = "MomentumOptimizer.__init__() got an unexpected keyword argument 'beta1'"
    assert raised("tf.train.MomentumOptimizer(0.1, 0.9, beta1=0.5)\n", "2.21").endswith(message)


def test_classes_of_optimizers() -> None:
    program = """
adam = tf.train.AdamOptimizer()
if isinstance(adam, tf.train.SyncReplicasOptimizer):
    tf.get_variable("synchronised", [1])
if isinstance(adam, tf.train.Optimizer) and isinstance(adam, tf.train.AdamOptimizer):
    tf.get_variable("adam", [1])
"""
    assert made(program) == ["adam"]


@pytest.mark.parametrize("loss", [0, 0.0])
def test_a_loss_that_is_a_number_ends_the_program(loss: float) -> None:
    word = f"'{type(loss).__name__}' object has no attribute 'dtype'"
    program = f"{W}tf.train.AdamOptimizer().minimize({loss})\n"
    assert raised(program) == f"AttributeError: {word}"


def test_variables_of_keras_layers_may_be_trained() -> None:
    given = "tf.keras.Input([4])", "tf.placeholder(tf.float32, [None, 4])"
    for x in given:
        program = f"""
loss = tf.reduce_mean(tf.keras.layers.Dense(1)({x}))
tf.train.AdamOptimizer().minimize(loss)
tf.get_variable("after", [1])
"""
        assert made(program) == [
            *("dense/kernel", "dense/bias", "beta1_power", "beta2_power"),
            *(f"dense/{one}/Adam{slot}" for one in ("kernel", "bias") for slot in ("", "_1")),
            "after",
        ]
    weightless = "tf.train.AdamOptimizer().minimize(tf.keras.layers.Flatten()(tf.zeros([2, 1])))\n"
    assert raised(weightless) == "ValueError: No variables to optimize."
