"""Evaluates calls in TensorFlow: ``[shape, dtype, name]`` of each, or the error. Python 3.7 on."""

import json
import sys
import warnings

warnings.filterwarnings("ignore")


def main():
    prelude, calls = json.load(sys.stdin)
    scope = {}
    exec(prelude, scope)
    tf = scope["tf"]
    answers = []
    for call in calls:
        with tf.Graph().as_default():
            try:
                tensor = eval(call, scope)
                shape = tensor.get_shape()
                dims = None if shape.ndims is None else shape.as_list()
                answers.append([dims, tensor.dtype.base_dtype.name, tensor.op.name])
            except Exception as error:
                answers.append([f"{type(error).__name__}: {error}"])
    print("ANSWERS" + json.dumps(answers))


main()
