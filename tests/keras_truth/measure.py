"""Runs the Keras fixtures in a real Keras and records which layers every step changes.

    python tests/keras_truth/measure.py --keras 3 --python INTERPRETER
    python tests/keras_truth/measure.py --keras 2 --python INTERPRETER

The first interpreter needs Keras 3 on TensorFlow, the second TensorFlow 2.21 with tf_keras.
For each call of ``train_on_batch`` or ``fit`` in
the program: its line and, over all times that it is called, how many of the model's layers
with weights it changed, and how many there are. Kept in ``tests/data/keras_fixtures.json``.
Standard library, numpy and a Keras.
"""

import argparse
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
RECORDED = os.path.join(ROOT, "tests", "data", "keras_fixtures.json")
METHODS = ("train_on_batch", "fit")
ONLY = {
    "2": re.compile(r"^import keras\b|^from keras\b|needs: keras3", re.M),
    "3": re.compile(r"tf_keras as|TF_USE_LEGACY_KERAS\"\]"),
}


def programs():
    """The fixtures with a Keras model, relative to the project."""
    for folder in ("seeds/s3_keras_gan", "findings", "silent"):
        path = os.path.join(ROOT, "fixtures", folder)
        for name in sorted(os.listdir(path)):
            if folder.startswith("seeds") or name.startswith("keras_"):
                if name.endswith(".py") and name != "keras_layer_shared.py":
                    yield f"fixtures/{folder}/{name}"


def runs_on(name, version):
    """Whether a program can run with this version of Keras."""
    with open(os.path.join(ROOT, name), encoding="utf-8") as handle:
        return ONLY[version].search(handle.read()) is None


def layers_of(model):
    """The layers with weights inside a model, each once."""
    found = []
    for layer in model._flatten_layers():
        inner = [one for one in layer._flatten_layers() if one is not layer]
        if not inner and layer.weights and all(layer is not one for one in found):
            found.append(layer)
    return found


def parameters(layer):
    """What training changes by gradients: all weights but moving statistics."""
    names = [getattr(one, "path", None) or one.name for one in layer.weights]
    values = layer.get_weights()
    return [value for name, value in zip(names, values, strict=False) if "moving_" not in name]


def load(version):
    """The Keras of this version, as the programs will import it."""
    if version == "2":
        os.environ["TF_USE_LEGACY_KERAS"] = "1"
        import tf_keras as keras
    else:
        import keras
    return keras


class Watch:
    """Notes what the steps of a program change, by line."""

    def __init__(self, keras):
        self.path, self.steps = None, {}
        for name in METHODS:
            setattr(keras.Model, name, self.watched(keras, name, getattr(keras.Model, name)))

    def watched(self, keras, name, method):
        """A method of all models that notes what it changed."""

        def step(model, *args, **kwargs):
            if not model.built and type(model).train_step is keras.Model.train_step:
                model(args[0][:1])
            layers = layers_of(model)
            before = [parameters(layer) for layer in layers]
            result = method(model, *args, **kwargs)
            after = [parameters(layer) for layer in layers]
            changed = sum(
                any((one != other).any() for one, other in zip(old, new, strict=False))
                for old, new in zip(before, after, strict=False)
            )
            frame = sys._getframe(1)
            while frame.f_code.co_filename != self.path:
                frame = frame.f_back
            place = f"{frame.f_lineno} {name}"
            self.steps.setdefault(place, set()).add((changed, len(layers)))
            return result

        return step

    def run(self, name):
        """Runs a program; what its steps changed, and the error that it ends with."""
        self.path, self.steps, error = os.path.join(ROOT, name), {}, None
        with open(self.path, encoding="utf-8") as handle:
            code = compile(handle.read(), self.path, "exec")
        try:
            exec(code, {"__name__": "__main__", "__file__": self.path})
        except Exception as raised:  # what a program ends with is part of the record
            error = type(raised).__name__
        return {"steps": {at: sorted(each) for at, each in self.steps.items()}, "error": error}


def measure(version, names):
    """Runs programs in this process and prints what they did."""
    keras = load(version)
    watch = Watch(keras)
    for name in names:
        print("RECORD " + json.dumps([name, watch.run(name)]))
        keras.backend.clear_session()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--keras", choices=("2", "3"), required=True)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("names", nargs="*", help="only these fixtures")
    given = parser.parse_args()
    if given.here:
        measure(given.keras, given.names)
        return
    recorded = {}
    if os.path.exists(RECORDED):
        with open(RECORDED, encoding="utf-8") as handle:
            recorded = json.load(handle)
    kept = recorded.setdefault(given.keras, {})
    wanted = [one for one in programs() if runs_on(one, given.keras)]
    names = [one for one in wanted if not given.names or one in given.names]
    command = [given.python, os.path.abspath(__file__), "--keras", given.keras, "--here"]
    environment = dict(os.environ, TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="")
    done = subprocess.run(command + names, capture_output=True, text=True, env=environment)
    if done.returncode:
        sys.exit(done.stderr[-2000:])
    for line in re.findall(r"^RECORD (.*)$", done.stdout, re.M):
        name, found = json.loads(line)
        kept[name] = found
    recorded[given.keras] = {name: kept[name] for name in wanted if name in kept}
    with open(RECORDED, "w", encoding="utf-8") as handle:
        json.dump(recorded, handle, indent=1, sort_keys=True)
        handle.write("\n")


if __name__ == "__main__":
    main()
