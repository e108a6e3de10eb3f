# A dataclass's fields: required, None by default, made anew, and those of its base.
from dataclasses import dataclass, field

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


@dataclass
class Base:
    units: int
    reuse: object = None
    names: list = field(default_factory=lambda: ["p", "q"])


@dataclass
class Wide(Base):
    units: int = 5
    hidden: int = field(default=7, init=False)


try:
    Base()
except TypeError:
    tf.get_variable("refused", [1])
wide = Wide(reuse=False)
for name in wide.names:
    with tf.variable_scope(name, reuse=wide.reuse):
        tf.get_variable("w", [wide.units, wide.hidden])
with tf.variable_scope("narrow", reuse=Base(2).reuse):
    tf.get_variable("w", [Base(2).units])
