"""What a frame of TensorFlow's is to the person who wrote the program: the function called."""

from __future__ import absolute_import, division, print_function

import os

# Files that merely hand a call on.
_PASSAGES = (
    "arg_scope.py",
    "deprecation.py",
    "dispatch.py",
    "traceback_utils.py",
    "tf_should_use.py",
    "tf_decorator.py",
    "contextlib.py",
    "functools.py",
    os.path.join("trackable", "base.py"),
    os.path.join("tracking", "base.py"),
)
_HERE = os.path.dirname(os.path.abspath(__file__))


def called(frames, frame):
    """The library function that the program called on its way to a frame, by its public name."""
    chain = []
    while frame is not None and not frames.is_own(frame.f_code):
        chain.append(frame)
        frame = frame.f_back
    for one in reversed(chain):
        if not _hands_on(one.f_code.co_filename):
            name = _public(one)
            inside = not name.startswith("tf.") and any(map(_is_keras, chain))
            return "tf.keras." + name if inside else name
    return "get_variable"


def _hands_on(file):
    """Whether what stands in a file merely hands a call on: it is one of ours, or one of these."""
    passage = file.endswith(_PASSAGES) or "/autograph/" in file.replace("\\", "/")
    return passage or os.path.dirname(os.path.abspath(file)) == _HERE


def _is_keras(frame):
    file = frame.f_code.co_filename.replace("\\", "/")
    return ("/keras/" in file or "/tf_keras/" in file) and "/legacy_tf_layers/" not in file


def _public(frame):
    file, name = frame.f_code.co_filename.replace("\\", "/"), frame.f_code.co_name
    if file.endswith("variable_scope.py"):
        return name
    receiver = frame.f_locals.get("self")
    kind = type(receiver).__name__
    if "/training/" in file or "optimizer" in file.rpartition("/")[2]:
        if kind == "ExponentialMovingAverage":
            return kind + "." + name
        return kind if receiver is not None else name
    if name in ("__call__", "__init__", "call", "build") and receiver is not None:
        name = kind
    if "/contrib/layers/" in file or "/tf_slim/layers/" in file:
        return "tf.contrib.layers." + name
    if "/contrib/framework/" in file or "/tf_slim/ops/" in file:
        return "tf.contrib.framework." + name
    if "/python/layers/" in file or "/legacy_tf_layers/" in file:
        return "tf.layers." + name
    return name


def is_direct(frames, frame):
    """Whether the program itself, and nothing of a library in between, called a wrapped method."""
    while frame is not None and not frames.is_written(frame.f_code):
        if not _hands_on(frame.f_code.co_filename):
            return False
        frame = frame.f_back
    return frame is not None


def purpose(frame, frames):
    """What a request is for: `slot`, `average` or `variable`."""
    slot = average = False
    while frame is not None and not frames.is_own(frame.f_code):
        file = frame.f_code.co_filename
        slot = slot or file.endswith("slot_creator.py")
        average = average or (
            file.endswith("moving_averages.py")
            and frame.f_code.co_name in ("apply", "assign_moving_average")
        )
        frame = frame.f_back
    return "average" if average else "slot" if slot else "variable"
