# Dataclasses with defaults, factories, __post_init__ and methods hold a network's settings and its variables.
import dataclasses
from dataclasses import dataclass, field

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


@dataclass
class Layer:
    name: str
    units: int = 4
    extra: list = field(default_factory=list)
    weights: object = field(default=None, init=False)

    def __post_init__(self):
        self.weights = tf.get_variable(self.name + "/w", [self.units])
        self.extra.append(self.name)


@dataclass(frozen=True)
class Net:
    sizes: tuple
    prefix: str = "fc"

    def build(self):
        return [Layer("%s%d" % (self.prefix, i), units) for i, units in enumerate(self.sizes)]


layers = Net((2, 3)).build() + [Layer("last")]
wider = dataclasses.replace(Net((5,)), prefix="wide")
layers += wider.build()
tf.get_variable("total%d" % sum(len(l.extra) for l in layers), [sum(l.units for l in layers)])
