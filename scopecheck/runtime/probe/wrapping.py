"""Wrappers around TensorFlow's methods; `restore` takes them off again."""

from __future__ import absolute_import, division, print_function

import functools


def wrap(owner, name, around):
    """Let `around(function, *args, **kwargs)` stand for a method."""
    function = vars(owner)[name] if isinstance(owner, type) else getattr(owner, name)
    function = getattr(function, "__func__", function)  # Python 2's unbound method

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return around(function, *args, **kwargs)

    setattr(owner, name, wrapper)
