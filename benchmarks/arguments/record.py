"""What TensorFlow does with every call of calls.py: run by compare.py in TensorFlow's interpreter.

Each call has a graph of its own, groups of them a process, for some wild values end it.
"""

from __future__ import absolute_import, print_function

import inspect
import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import tensorflow as tf
from calls import CALLS, PROGRAM, changed
from tensorflow.python.util import tf_decorator, tf_inspect

if not hasattr(tf, "contrib"):
    import tensorflow.compat.v1 as tf

    tf.disable_v2_behavior()
GROUP = 40


def signature(name):
    """The parameters of a function or class, with their defaults; None where there is none."""
    found = tf
    for part in name.split(".")[1:]:
        found = getattr(found, part, None)
    if found is None:
        return None
    function = found.__init__ if inspect.isclass(found) else found
    spec = tf_inspect.getfullargspec(tf_decorator.unwrap(function)[1])
    names = [one for one in spec.args + list(spec.kwonlyargs) if one != "self"]
    defaults = dict(zip(reversed(spec.args), reversed(spec.defaults or ())))
    defaults.update(spec.kwonlydefaults or {})
    return names, defaults


def answer(parameter, call):
    """The variables that a call leaves in a graph, and the type of its error."""
    error = None
    with tf.Graph().as_default():
        try:
            exec(compile(PROGRAM.replace("{}", call), "<call>", "exec"), {"tf": tf})
        except Exception as raised:
            error = type(raised).__name__
        made = {}
        for one in tf.global_variables() + tf.local_variables():
            shape = one.get_shape()
            dims = None if shape.ndims is None else shape.as_list()
            made[one.name] = [one.name, dims, one.dtype.base_dtype.name, bool(one.trainable)]
    return {"parameter": parameter, "call": call, "raised": error, "variables": list(made.values())}


def group(calls):
    """The answers to some calls; those of one that ends the process are left out."""
    while calls:
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            with os.fdopen(write, "w") as out:
                for one in calls:
                    out.write(json.dumps(answer(*one)) + "\n")
                    out.flush()
            os._exit(0)
        os.close(write)
        with os.fdopen(read) as answers:
            lines = answers.read().splitlines()
        os.waitpid(child, 0)
        for line in lines:
            print(line)
        calls = calls[len(lines) + 1 :]


def main():
    """Prints a line of JSON for each call."""
    calls = []
    for name in CALLS:
        told = signature(name)
        if told is not None:
            calls += [one for one in changed(name, *told) if "unknown" not in one[1]]
    for first in range(0, len(calls), GROUP):
        group(calls[first : first + GROUP])
    sys.stdout.flush()


if __name__ == "__main__":
    main()
