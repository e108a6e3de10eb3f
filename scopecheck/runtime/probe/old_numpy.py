"""What programs of TensorFlow 1 expect of numpy, and what later versions have no more."""

from __future__ import absolute_import, division, print_function

import functools

import numpy

_NAMES = {
    "float": float,
    "int": int,
    "bool": bool,
    "object": object,
    "str": str,
    "long": int,
    "complex": complex,
    "unicode": str,
    "float_": numpy.float64,
    "complex_": numpy.complex128,
    "unicode_": str,
    "infty": numpy.inf,
    "Inf": numpy.inf,
    "NaN": numpy.nan,
    "product": numpy.prod,
    "cumproduct": numpy.cumprod,
    "alltrue": numpy.all,
    "sometrue": numpy.any,
}


def install():
    """Give numpy the names, and the argument, that it had."""
    for name, value in _NAMES.items():
        if name not in vars(numpy):
            setattr(numpy, name, value)
    _take_newshape(numpy.reshape)


def _take_newshape(reshape):
    @functools.wraps(reshape)
    def reshaped(a, *args, **kwargs):
        if "newshape" in kwargs:
            args = (kwargs.pop("newshape"),) + args
        return reshape(a, *args, **kwargs)

    numpy.reshape = reshaped
