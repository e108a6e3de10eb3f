"""Plays every order of compile, freeze and train steps in a real Keras and records the outcome.

    python tests/keras_truth/play.py --behaviour keras3 --optimizers separate

``record.py`` runs this script for every behaviour and packs what it prints. Standard
library and a Keras; runs on Python 3.7 and later.

The programs are those of a GAN: a discriminator D, which normalises its batches, and a
combined model of a generator G followed by D. One step is one letter: ``c`` compiles D,
``C`` compiles the combined model, ``f`` freezes D, ``u`` unfreezes D, ``t`` trains D on a
batch, ``T`` trains the combined model on one. A sequence ends with its first error.
"""

import argparse
import gc
import itertools
import json
import logging
import os
import sys
import warnings

STEPS = "cCfutT"
COMPILING = "cC"
TRAINING = "tT"
NOTHING = ("", "", "")
BEHAVIOURS = ("keras2-tf1", "keras2-eager", "keras2-graph", "keras3")


def load(behaviour):
    """The Keras that behaves so: the module ``keras``."""
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    os.environ["CUDA_VISIBLE_DEVICES"] = ""
    if behaviour != "keras3":
        os.environ["TF_USE_LEGACY_KERAS"] = "1"
    warnings.simplefilter("ignore")
    import tensorflow as tf

    tf.config.threading.set_inter_op_parallelism_threads(1)
    tf.config.threading.set_intra_op_parallelism_threads(1)
    major = int(tf.__version__.split(".")[0])
    if (behaviour == "keras2-tf1") != (major == 1):
        sys.exit(f"{behaviour} needs another TensorFlow than {tf.__version__}")
    if behaviour == "keras2-graph":
        tf.compat.v1.disable_v2_behavior()
    if behaviour == "keras3":
        import keras

        if not keras.__version__.startswith("3."):
            sys.exit(f"keras3 needs another Keras than {keras.__version__}")
        return keras
    if major == 1:
        return tf.keras
    import tf_keras

    return tf_keras


class Listener(logging.Handler):
    """What TensorFlow logs, also what it would log only once in a process."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.said = []
        logger = logging.getLogger("tensorflow")
        logger.handlers = [self]
        logger.propagate = False

    def emit(self, record):
        if "triggered tf.function retracing" not in record.getMessage():
            self.said.append(record.getMessage())

    def clear(self):
        from tensorflow.python.platform import tf_logging

        for name in ("_log_counter_per_token", "_counter_per_token"):
            counter = getattr(tf_logging, name, None)
            if counter is not None:
                counter.clear()
        self.said = []


class Game:
    """One discriminator and one combined model, and the steps that a program may take."""

    def __init__(self, keras, shared):
        import numpy as np

        self.keras = keras
        layers = keras.layers
        keras.backend.clear_session()
        random = np.random.RandomState(0)
        self.real, self.noise = random.rand(4, 2), random.rand(4, 2)
        self.ones = random.rand(4, 1)
        normalisation = layers.BatchNormalization(scale=False)
        judge = [keras.Input((2,)), normalisation, layers.Dense(1, use_bias=False)]
        self.discriminator = keras.Sequential(judge)
        self.generator = keras.Sequential([keras.Input((2,)), layers.Dense(2, use_bias=False)])
        z = keras.Input((2,))
        self.combined = keras.Model(z, self.discriminator(self.generator(z)))
        one = self.optimizer()
        self.optimizers = (lambda: one) if shared else self.optimizer

    def optimizer(self):
        """The one that is traced fastest; tf_keras kept the one for graphs as its legacy one."""
        import tensorflow as tf

        optimizers = self.keras.optimizers
        if not tf.executing_eagerly() and hasattr(optimizers, "legacy"):
            return optimizers.legacy.SGD(0.1)
        return optimizers.SGD(0.1)

    def compile(self, model):
        options = {"jit_compile": False} if self.keras.__version__.startswith("3.") else {}
        model.compile(loss="mse", optimizer=self.optimizers(), **options)

    def weights(self):
        """The weights by part: D's parameters, the generator's, and D's moving statistics."""
        normalisation, dense = self.discriminator.layers
        beta, mean, variance = normalisation.get_weights()
        return {
            "D": [beta, *dense.get_weights()],
            "G": self.generator.get_weights(),
            "M": [mean, variance],
        }

    def play(self, step):
        """Takes a step; the parts whose weights it changed."""
        if step == "c":
            self.compile(self.discriminator)
        elif step == "C":
            self.compile(self.combined)
        elif step in "fu":
            self.discriminator.trainable = step == "u"
        else:
            before = self.weights()
            if step == "t":
                self.discriminator.train_on_batch(self.real, self.ones)
            else:
                self.combined.train_on_batch(self.noise, self.ones)
            after = self.weights()
            return "".join(part for part in sorted(before) if differ(before[part], after[part]))
        return ""


def differ(one, other):
    """Whether a list of arrays has changed."""
    return any((one[at] != other[at]).any() for at in range(len(one)))


def told(message):
    """A message without what differs from run to run."""
    return " ".join(message.split())[:60]


def outcome(game, listener, step):
    """What a step changed, what it warned of, and its error: a tuple of three texts."""
    listener.clear()
    changed, error = "", ""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            changed = game.play(step)
        except Exception as raised:  # whatever Keras raises is what is recorded
            error = type(raised).__name__
    said = [told(str(one.message)) for one in caught if issubclass(one.category, UserWarning)]
    said += [told(one) for one in listener.said]
    return changed, " | ".join(sorted(set(said))), error


def leaves(longest, shared):
    """The sequences that every training step is a prefix of.

    With one compile at most, sharing the optimizer leaves the program as it is: such
    sequences are played with separate optimizers only.
    """
    for head in itertools.product(STEPS, repeat=longest - 1):
        if not shared or sum(step in COMPILING for step in head) > 1:
            for last in TRAINING:
                yield "".join(head) + last


def played(keras, shared, longest):
    """The outcome of the last step of every sequence that ends in a training step."""
    listener = Listener()
    found = {}
    Game(keras, shared)
    gc.freeze()  # Keras collects garbage for every game: what is imported is none
    for sequence in leaves(longest, shared):
        if any(found.get(sequence[:n], NOTHING)[2] for n in range(1, longest)):
            continue  # it has ended before
        game = Game(keras, shared)
        for at, step in enumerate(sequence, 1):
            result = outcome(game, listener, step)
            if step in TRAINING:
                known = found.setdefault(sequence[:at], result)
                if known != result:
                    raise AssertionError(f"{sequence[:at]}: {known}, then {result}")
            elif result != NOTHING:
                raise AssertionError(f"{sequence[:at]} is no training step: {result}")
            if result[2]:
                break
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--behaviour", choices=BEHAVIOURS, required=True)
    parser.add_argument("--optimizers", choices=("separate", "shared"), required=True)
    parser.add_argument("--longest", type=int, default=5, help="the longest sequence's steps")
    given = parser.parse_args()
    keras = load(given.behaviour)
    found = played(keras, given.optimizers == "shared", given.longest)
    json.dump({"version": keras.__version__, "outcomes": found}, sys.stdout, sort_keys=True)


if __name__ == "__main__":
    main()
