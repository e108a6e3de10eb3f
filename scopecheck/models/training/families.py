"""The optimizer classes: default names, slots, constructors' arguments.

Source: tensorflow/python/training/{gradient_descent,momentum,adam,adagrad,adadelta,rmsprop,
ftrl}.py and their siblings, tensorflow/contrib/opt.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """An optimizer class: its default name, the slots of each variable, what it makes beside.

    arguments: its constructor's, '' where they aren't checked. first: the kernel's name for the
    first slot.
    """

    name: str
    slots: tuple[str, ...] = ()
    powers: tuple[str, ...] = ()
    arguments: str = ""
    first: str = "accum"


_LOCK = "use_locking=False, name=None"


_LAWS = f"l1_regularization_strength=0.0, l2_regularization_strength=0.0, {_LOCK}"


FAMILIES: dict[str, Family] = {
    "GradientDescentOptimizer": Family("GradientDescent", (), (), f"learning_rate, {_LOCK}"),
    "MomentumOptimizer": Family(
        "Momentum", ("momentum",), (), f"learning_rate, momentum, {_LOCK}, use_nesterov=False"
    ),
    "AdamOptimizer": Family(
        "Adam",
        ("m", "v"),
        ("beta1_power", "beta2_power"),
        f"learning_rate=None, beta1=None, beta2=None, epsilon=None, {_LOCK}, "
        "use_own_namescope_for_non_slot_vars=False",
        "m",
    ),
    "AdagradOptimizer": Family(
        "Adagrad", ("accumulator",), (), f"learning_rate, initial_accumulator_value=0.1, {_LOCK}"
    ),
    "AdadeltaOptimizer": Family(
        "Adadelta",
        ("accum", "accum_update"),
        (),
        f"learning_rate=None, rho=None, epsilon=None, {_LOCK}",
    ),
    "RMSPropOptimizer": Family(
        "RMSProp",
        ("rms", "momentum"),
        (),
        "learning_rate, decay=0.9, momentum=0.0, epsilon=None, use_locking=False, "
        "centered=False, name=None",
        "ms",
    ),
    "FtrlOptimizer": Family(
        "Ftrl",
        ("accum", "linear"),
        (),
        f"learning_rate, learning_rate_power=None, initial_accumulator_value=0.1, {_LAWS}, "
        "accum_name=None, linear_name=None, l2_shrinkage_regularization_strength=0.0, beta=None",
    ),
    "AdagradDAOptimizer": Family(
        "AdagradDA",
        ("accumulator", "squared"),
        (),
        f"learning_rate, global_step, initial_gradient_squared_accumulator_value=0.1, {_LAWS}",
    ),
    "ProximalAdagradOptimizer": Family(
        "ProximalAdagrad",
        ("accumulator",),
        (),
        f"learning_rate, initial_accumulator_value=0.1, {_LAWS}",
    ),
    "ProximalGradientDescentOptimizer": Family(
        "ProximalGradientDescent", (), (), f"learning_rate, {_LAWS}"
    ),
}


_GLOBAL_STEP = f"global_step=0, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8, {_LOCK}"


CONTRIB_FAMILIES: dict[str, Family] = {
    "LazyAdamOptimizer": Family("Adam", ("m", "v"), ("beta1_power", "beta2_power")),
    "NadamOptimizer": Family("Adam", ("m", "v"), ("beta1_power", "beta2_power")),
    "AdaMaxOptimizer": Family("AdaMax", ("m", "v"), ("beta1_power",)),
    "AddSignOptimizer": Family(
        "AddSignOptimizer",
        ("m",),
        (),
        f"learning_rate=0.1, alpha=1.0, beta=0.9, sign_decay_fn=None, {_LOCK}",
    ),
    "PowerSignOptimizer": Family(
        "PowerSignOptimizer",
        ("m",),
        (),
        f"learning_rate=0.1, base=2.718281828, beta=0.9, sign_decay_fn=None, {_LOCK}",
    ),
    "AdamGSOptimizer": Family("Adam", ("m", "v"), (), _GLOBAL_STEP),
    "LazyAdamGSOptimizer": Family("Adam", ("m", "v"), (), _GLOBAL_STEP),
    "RegAdagradOptimizer": Family(
        "RegAdagrad",
        ("accumulator",),
        (),
        f"learning_rate, initial_accumulator_value=0.1, {_LOCK}",
    ),
}


DECAYING_FAMILIES: dict[str, Family] = {
    "AdamWOptimizer": Family(
        "AdamW",
        ("m", "v"),
        ("beta1_power", "beta2_power"),
        f"weight_decay, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8, {_LOCK}",
    ),
    "MomentumWOptimizer": Family(
        "MomentumW",
        ("momentum",),
        (),
        f"weight_decay, learning_rate, momentum, {_LOCK}, use_nesterov=False",
    ),
}
"""Those that take a decay of the weights first."""
