"""Stand-ins for what a program needs and has not got: displays, data sets, modules."""

from __future__ import absolute_import, division, print_function

import os
import sys
import types

_DISPLAYS = ("matplotlib", "pylab", "seaborn", "IPython")
_DATA = "tensorflow.examples.tutorials.mnist"
_KERAS_DATA = (
    ("mnist", (28, 28), 10),
    ("fashion_mnist", (28, 28), 10),
    ("cifar10", (32, 32, 3), 10),
    ("cifar100", (32, 32, 3), 100),
)


class Nothing(object):
    """An object that takes every use, and is nothing."""

    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, *args, **kwargs):
        return Nothing()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _part(name)

    def __getitem__(self, key):
        return Nothing()

    def __setitem__(self, key, value):
        pass

    def __iter__(self):
        return iter((Nothing(), Nothing()))  # `figure, axes = plt.subplots()`

    def __len__(self):
        return 0

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return None

    def __add__(self, other):
        return self

    __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __div__ = __truediv__ = __add__


def _part(name):
    return type(str(name), (Nothing,), {}) if name[:1].isupper() else Nothing()


class _StandIn(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _part(name)


class Finder(object):
    """Makes modules: those named, whatever is installed, and displays where they are missing."""

    def __init__(self, named):
        self._named = named

    def _takes(self, name):
        return any(name == one or name.startswith(one + ".") for one in self._named)

    def find_spec(self, name, path=None, target=None):
        """For Python 3."""
        if not self._takes(name):
            return None
        from importlib.machinery import ModuleSpec

        return ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        """A module that takes every use."""
        return self._made(spec.name)

    def exec_module(self, module):
        """There is nothing to run."""

    def find_module(self, name, path=None):
        """For Python 2."""
        return self if sys.version_info[0] < 3 and self._takes(name) else None

    def load_module(self, name):
        """For Python 2."""
        module = sys.modules[name] = self._made(name)
        return module

    def _made(self, name):
        module = _data_sets(name) if name.startswith(_DATA) else _StandIn(name)
        module.__path__ = []
        return module


def install(stubs):
    """Put the stand-ins in place; stubs: modules that must not be imported."""
    os.environ.setdefault("MPLBACKEND", "Agg")
    forced = list(stubs) + [_DATA, "tensorflow.examples"]
    sys.meta_path.insert(0, Finder(forced))
    sys.meta_path.append(Finder(list(_DISPLAYS)))


def random_keras_data(datasets):
    """Data sets that Keras would download are random; datasets: the module keras.datasets."""
    for name, shape, classes in _KERAS_DATA:
        module = getattr(datasets, name, None)
        if module is not None:
            module.load_data = _loader(shape, classes)


def _loader(shape, classes):
    import numpy

    def load_data(*args, **kwargs):
        def part(count):
            images = numpy.random.randint(0, 256, (count,) + shape).astype("uint8")
            return images, numpy.random.randint(0, classes, count).astype("uint8")

        return part(2000), part(500)

    return load_data


def _data_sets(name):
    """The module `input_data` of TensorFlow's tutorials, with random digits."""
    module = _StandIn(name)
    module.read_data_sets = _read_data_sets
    if not name.endswith("input_data"):
        module.input_data = _StandIn(name + ".input_data")
        module.input_data.read_data_sets = _read_data_sets
        sys.modules[name + ".input_data"] = module.input_data
    return module


def _read_data_sets(folder=None, fake_data=False, one_hot=False, reshape=True, **kwargs):
    sets = types.ModuleType("data_sets")
    sets.train = _DataSet(2000, one_hot, reshape)
    sets.validation = _DataSet(500, one_hot, reshape)
    sets.test = _DataSet(500, one_hot, reshape)
    return sets


class _DataSet(object):
    def __init__(self, count, one_hot, reshape):
        import numpy

        shape = (count, 784) if reshape else (count, 28, 28, 1)
        self.images = numpy.random.random_sample(shape).astype("float32")
        digits = numpy.random.randint(0, 10, count)
        self.labels = numpy.eye(10)[digits] if one_hot else digits.astype("uint8")
        self.num_examples = count
        self.epochs_completed = 0
        self._at = 0

    def next_batch(self, batch_size, fake_data=False, shuffle=True):
        """Images and labels, from the start again when they are used up."""
        if self._at + batch_size > self.num_examples:
            self._at, self.epochs_completed = 0, self.epochs_completed + 1
        start, self._at = self._at, self._at + batch_size
        return self.images[start : self._at], self.labels[start : self._at]

