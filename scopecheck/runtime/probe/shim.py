"""TensorFlow 1 programs on TensorFlow 2: `import tensorflow` gives `tensorflow.compat.v1`.

The behaviour of version 2 is switched off; tf.contrib.layers and slim come from tf-slim,
tf.layers and Keras from tf_keras, and a float without a fraction is taken for a dimension.
Names that numpy has no more are there again. What tf.contrib had besides raises a
MissingEndpoint that names it.
"""

from __future__ import absolute_import, division, print_function

import functools
import importlib
import sys
import types

import old_numpy

# Endpoints of tf.contrib that TensorFlow 2 has elsewhere, by the module of compat.v1.
_MOVED = {
    "rnn": "nn.rnn_cell",
    "lookup": "lookup",
    "metrics": "metrics",
    "losses": "losses",
    "distribute": "distribute",
    "autograph": "autograph",
    "summary": "summary",
    "quantization": "quantization",
    "data": "data.experimental",
    "distributions": "distributions",
    "keras": "keras",
    "tpu": "tpu",
}
_RNN = ("static_rnn", "static_bidirectional_rnn", "dynamic_rnn", "bidirectional_dynamic_rnn")


class MissingEndpoint(AttributeError):
    """A part of TensorFlow 1 that neither TensorFlow 2 nor the shim has."""


def _missing(name):
    """What is told of a name of TensorFlow 1's."""
    shown = name.replace("tensorflow", "tf", 1)
    return "%s: TensorFlow %s has no such endpoint, and the shim has no stand-in for it" % (
        shown,
        _version(),
    )


class _Contrib(object):
    """Asked for modules of tf.contrib that nobody has: an import is told what is missing."""

    def find_spec(self, name, path=None, target=None):
        """Never finds one."""
        if name.startswith("tensorflow.contrib."):
            raise _MissingModule(_missing(name))
        return None


_MissingModule = type("MissingEndpoint", (ImportError,), {})


class NoShim(Exception):
    """The shim cannot be put in place, in words for the user."""


def install():
    """Put compat.v1 in the place of tensorflow, for the rest of this process."""
    import tensorflow as real

    try:
        legacy_layers = importlib.import_module("tf_keras.src.legacy_tf_layers")
    except ImportError:
        legacy_layers = None
    if legacy_layers is None:
        raise NoShim("programs of TensorFlow 1 need the package tf_keras on TensorFlow 2")
    import tensorflow.compat.v1 as one

    one.disable_v2_behavior()
    sys.modules.setdefault("tf_keras.legacy_tf_layers", legacy_layers)
    for name in ("base", "convolutional", "core", "normalization", "pooling"):
        full = "tf_keras.src.legacy_tf_layers.%s" % name
        alias = "tf_keras.legacy_tf_layers.%s" % name
        sys.modules.setdefault(alias, importlib.import_module(full))
    import tf_keras

    tf_keras.legacy_tf_layers = legacy_layers
    _restore_names()
    _take_integral_floats()
    _keep_output_shapes()
    _replace("tensorflow", real, one)
    sys.modules.setdefault("keras", tf_keras)
    old_numpy.install()
    sys.meta_path.append(_Contrib())


def _restore_names():
    """Names of TensorFlow's own modules that tf-slim still uses."""
    from tensorflow.python.framework import indexed_slices, ops, tensor
    from tensorflow.python.ops import cond, control_flow_ops, while_loop

    moved = (
        (tensor, ops, ("Tensor", "SymbolicTensor")),
        (indexed_slices, ops, ("IndexedSlices",)),
        (cond, control_flow_ops, ("cond",)),
        (while_loop, control_flow_ops, ("while_loop",)),
    )
    for here, there, names in moved:
        for name in names:
            if not hasattr(there, name) and hasattr(here, name):
                setattr(there, name, getattr(here, name))


def _take_integral_floats():
    """`units / 2` as a dimension, as TensorFlow 1 took it where nothing is lost."""
    from tensorflow.python.framework import tensor_shape

    inner = tensor_shape.Dimension.__init__

    def __init__(self, value):
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        elif isinstance(value, float):
            raise ValueError("Ambiguous dimension: %s" % value)
        inner(self, value)

    tensor_shape.Dimension.__init__ = __init__


def _keep_output_shapes():
    """The shape that a transposed convolution is asked for is its output's, all of it.

    TensorFlow 2 takes the size of the batch from the input, which may leave it open.
    """
    from tensorflow.python.eager import context
    from tensorflow.python.framework import tensor_util
    from tensorflow.python.ops import gen_nn_ops

    def keeping(inner):
        @functools.wraps(inner)
        def convolved(*args, **kwargs):
            output = inner(*args, **kwargs)
            if not context.executing_eagerly():
                output.set_shape(tensor_util.constant_value_as_shape(output.op.inputs[0]))
            return output

        return convolved

    for name in ("conv2d_backprop_input", "conv3d_backprop_input_v2"):
        setattr(gen_nn_ops, name, keeping(getattr(gen_nn_ops, name)))


class _Module(types.ModuleType):
    """A module whose names are another's, with some of its own."""

    def __init__(self, name, target, doc=None):
        types.ModuleType.__init__(self, name, doc)
        self.__dict__["_scopecheck_target"] = target

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(self._scopecheck_target, name, self)
        if found is self:
            raise MissingEndpoint(_missing("%s.%s" % (self.__name__, name)))
        return found

    def __dir__(self):
        return sorted(set(dir(self._scopecheck_target)) | set(self.__dict__))


def _version():
    from tensorflow.python.framework import versions

    return versions.__version__


def _replace(name, real, one):
    module = _Module(name, one)
    for kept in ("__path__", "__file__", "__spec__", "__loader__", "__package__"):
        if hasattr(real, kept):
            module.__dict__[kept] = getattr(real, kept)
    module.__version__ = real.__version__
    module.python = real.python if hasattr(real, "python") else sys.modules["tensorflow.python"]
    module.compat = real.compat
    module._scopecheck_real = real
    module.contrib = _contrib()
    sys.modules[name] = module
    for part in ("layers", "keras", "nn", "train", "app", "flags", "image", "losses"):
        if hasattr(one, part):
            sys.modules.setdefault("%s.%s" % (name, part), getattr(one, part))


def _contrib():
    import tensorflow.compat.v1 as one

    contrib = _package("tensorflow.contrib", object())
    try:
        import tf_slim
    except ImportError:  # contrib.layers is then a missing endpoint like others
        tf_slim = None
    if tf_slim is not None:
        contrib.layers = _package("tensorflow.contrib.layers", _Layers(tf_slim))
        contrib.slim = _package("tensorflow.contrib.slim", tf_slim)
        contrib.framework = _package("tensorflow.contrib.framework", _Either(tf_slim, one))
        for part in ("nets", "losses", "metrics"):
            if hasattr(tf_slim, part):
                sys.modules["tensorflow.contrib.slim." + part] = getattr(tf_slim, part)
        _package("tensorflow.contrib.framework.python.ops", _Either(tf_slim, tf_slim.ops))
        _slim_modules()
    for name, place in _MOVED.items():
        target = one
        for part in place.split("."):
            target = getattr(target, part, None)
        if target is not None:
            package = _package("tensorflow.contrib." + name, target)
            setattr(contrib, name, package)
    for name in _RNN:
        setattr(contrib.rnn, name, getattr(one.nn, name))
    return contrib


def _slim_modules():
    """The places that programs import single functions of tf.contrib from."""
    for name, place in (
        ("framework.python.ops.arg_scope", "tf_slim.ops.arg_scope"),
        ("framework.python.ops.variables", "tf_slim.ops.variables"),
        ("framework.python.framework", "tf_slim.ops"),
        ("framework.python", "tf_slim"),
        ("layers.python.layers", "tf_slim.layers"),
        ("layers.python.layers.layers", "tf_slim.layers.layers"),
        ("layers.python.layers.initializers", "tf_slim.layers.initializers"),
        ("layers.python.layers.regularizers", "tf_slim.layers.regularizers"),
        ("layers.python.layers.utils", "tf_slim.layers.utils"),
        ("layers.python", "tf_slim"),
    ):
        try:
            module = importlib.import_module(place)
        except ImportError:
            continue
        sys.modules["tensorflow.contrib." + name] = module


def _package(name, target):
    package = _Module(name, target)
    package.__path__ = []
    sys.modules[name] = package
    return package


class _Either(object):
    """The names of the first of some modules that has them."""

    def __init__(self, *modules):
        self._modules = modules

    def __getattr__(self, name):
        for module in self._modules:
            if hasattr(module, name):
                return getattr(module, name)
        raise AttributeError(name)


class _Layers(_Either):
    """tf.contrib.layers: tf-slim's layers, initializers, regularizers and summaries."""

    def __init__(self, tf_slim):
        from tf_slim import layers
        from tf_slim.layers import initializers, optimizers, utils
        from tf_slim.layers import layers as more

        _Either.__init__(self, tf_slim, layers, more, initializers, optimizers, utils)
