# What dataclasses, enums and argument parsers give decides about names.
import argparse
import dataclasses
import enum
from dataclasses import dataclass, field

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


@dataclass
class Config(object):
    units: int
    rate: float = 0.5
    sizes: list = field(default_factory=list)
    name: str = field(default="n", repr=False)

    def total(self):
        return self.units * 2


@dataclass
class Deep(Config):
    depth: int = 3

    def __post_init__(self):
        object.__setattr__(self, "area", self.units * self.depth)


c = Config(4)
d = Deep(2, sizes=[1], depth=5)
told("fields", c.units, c.rate, c.sizes, c.name, c.total(), d.depth, d.area, d.sizes, d.units)
c.sizes.append(7)
told("own", c.sizes, Config(1).sizes)
told("equal", Config(1) == Config(1), Config(1) == Config(2), c != Config(4))
told("replace", dataclasses.replace(c, units=9).units, dataclasses.replace(c, rate=1).sizes)
told(
    "dict",
    dataclasses.asdict(c),
    dataclasses.astuple(c),
    [one.name for one in dataclasses.fields(c)],
)
try:
    Config()
except TypeError as error:
    told("missing", type(error).__name__)


@dataclass(order=True)
class Ranked(object):
    rank: int
    name: str = "r"


class Mode(enum.Enum):
    TRAIN = "train"
    TEST = "test"


told("enum", Mode.TRAIN is Mode.TRAIN)
told("modes", Mode.TRAIN == Mode.TEST)


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


told("level", Level.HIGH > Level.LOW, Level.LOW + 1, [3, 4][Level.LOW])
parser = argparse.ArgumentParser()
parser.add_argument("--units", type=int, default=8)
parser.add_argument("--name", default="net", dest="called")
parser.add_argument("--train", action="store_true")
parser.add_argument("--keep", action="store_false")
parser.add_argument("--layers", type=int, nargs="+", default=[1])
parser.add_argument("-r", "--rate", type=float, default=0.5)
parser.add_argument("--mode", choices=["a", "b"], default="a")
parser.add_argument("--more", action="append")
parser.add_argument("-v", action="count", default=0)
parser.add_argument("--const", action="store_const", const=42)
parser.set_defaults(extra="e")
args = parser.parse_args(
    ["--units", "16", "--train", "--layers", "2", "3", "-r", "0.1", "--mode=b", "--more", "x"]
)
told(
    "parsed",
    args.units,
    args.called,
    args.train,
    args.keep,
    args.layers,
    args.rate,
    args.mode,
    args.more,
)
told("rest", args.v, args.const, args.extra, vars(args)["units"], hasattr(args, "zz"))
known, rest = parser.parse_known_args(["--keep", "--other", "1"])
told("known", known.keep, known.units)
positional = argparse.ArgumentParser()
positional.add_argument("first")
positional.add_argument("others", nargs="*", type=int)
given = positional.parse_args(["a", "1", "2"])
told("positional", given.first, given.others)
space = argparse.Namespace(a=1, b="c")
told("namespace", space.a, space.b, vars(space)["a"])
