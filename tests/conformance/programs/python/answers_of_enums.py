# What members of enums answer, by name and by value.
import enum

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
asked = []


def told(make):
    try:
        value = str(make())
    except Exception as error:
        value = type(error).__name__
    shown = "".join(c if c.isalnum() and c < "~" or c in ".-" else "_" for c in value)
    asked.append(shown)
    tf.get_variable("%d.%s" % (len(asked), shown), [1])


def used(make):
    make()
    asked.append("")
    tf.get_variable("%d" % len(asked), [1])


class Colour(enum.Enum):
    RED = 1
    BLUE = "b"
    PAIR = (1, 2)


class Mode(enum.IntEnum):
    TRAIN = 0
    TEST = 1


class Kind(str, enum.Enum):
    CONV = "conv"
    DENSE = "dense"

    @property
    def scope(self):
        return self.value + "_scope"

    def upper_name(self):
        return self.name.upper()


class Number(enum.Enum):
    ONE = enum.auto()
    TWO = enum.auto()

    @classmethod
    def last(cls):
        return list(cls)[-1]


class Planet(enum.Enum):
    EARTH = (3, 6)
    MARS = (2, 4)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    def __str__(self):
        return "planet " + self.name.lower()


def chosen(mode):
    if mode == Mode.TRAIN:
        return "train"
    elif mode is Mode.TEST:
        return "test"
    return "none"


told(lambda: Colour.RED.name)
told(lambda: Colour.RED.value)
told(lambda: Colour.PAIR.value[1])
told(lambda: Colour("b").name)
told(lambda: Colour((1, 2)).name)
told(lambda: Colour(Colour.RED) is Colour.RED)
told(lambda: Colour["BLUE"].value)
told(lambda: Colour(5))
told(lambda: Colour["GREEN"])
told(lambda: Colour.RED is Colour.RED)
told(lambda: Colour.RED == Colour.BLUE)
told(lambda: Colour.RED != Colour.BLUE)
told(lambda: Colour.RED == 1)
told(lambda: [c.name for c in Colour])
told(lambda: [c.value for c in Mode])
told(lambda: len(Colour))
told(lambda: isinstance(Colour.RED, Colour))
told(lambda: isinstance(Colour.RED, enum.Enum))
told(lambda: type(Colour.RED) is Colour)
told(lambda: str(Colour.RED))
told(lambda: "%s" % Colour.RED)
told(lambda: repr(Colour.RED))
told(lambda: {Colour.RED: 1, Colour.BLUE: 2}[Colour.BLUE])
told(lambda: Colour.RED in (Colour.RED, Colour.BLUE))
told(lambda: Colour.RED in {Colour.BLUE})
told(lambda: Mode.TRAIN == 0)
told(lambda: Mode.TEST == 1)
told(lambda: Mode(1).name)
told(lambda: Mode.TRAIN.name)
told(lambda: int(Mode.TEST))
told(lambda: ["a", "b"][Mode.TEST])
told(lambda: chosen(Mode.TRAIN))
told(lambda: chosen(Mode.TEST))
told(lambda: chosen(0))
told(lambda: chosen(None))
told(lambda: Kind.CONV == "conv")
told(lambda: Kind("dense").name)
told(lambda: Kind.CONV.scope)
told(lambda: Kind.DENSE.upper_name())
told(lambda: Number.ONE.value)
told(lambda: Number.TWO.value)
told(lambda: Number.last().name)
told(lambda: Planet.EARTH.mass)
told(lambda: Planet.MARS.radius)
told(lambda: str(Planet.MARS))
told(lambda: "{}".format(Planet.EARTH))
told(lambda: sorted(Colour.__members__))
told(lambda: list(Mode)[0].name)
told(lambda: Colour.RED.value + 1)
used(lambda: hash(Colour.RED) == hash(Colour.RED))
