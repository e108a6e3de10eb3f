"""Training the models of Keras that a program compiled, for a few steps on random data."""

from __future__ import absolute_import, division, print_function

import resource
import time

import feeds
import keras_twins
import numpy
import units


class Lesson(object):
    """Every compiled model, in the order of their compile; what each step changes.

    The steps that the program itself took while it was watched are told first: it may switch
    `trainable` between them. A program that took none is trained on random data.
    """

    def __init__(self, session, seed, batch, feed, watch):
        if feed or watch:
            raise ValueError("--feed and --watch are for graphs, not for models of Keras")
        self._session = session
        self._observed = session.layers.observed
        stepped = set(id(one[0]) for one in self._observed)
        self._models = [
            one for one in session.layers.compiled if not stepped or id(one[0]) in stepped
        ]
        self._models = [one for one in self._models if units.is_built(one[0])]
        self._done = 0
        self._generator = feeds.generator_of(seed)
        self._batch = batch or 8
        self._numbers = {}
        self._weights = []

    def start(self):
        """Number the weights of all models, and say which belong to which."""
        steps = []
        for model, trainable, path in self._models:
            moved = units.statistics(model)
            learned = [weight for weight in model.weights if id(weight) not in moved]
            own = [self._number(weight) for weight in learned]
            steps.append(
                {
                    "site": path[-1] if path else None,
                    "name": model.name,
                    "optimizer": type(model.optimizer).__name__,
                    "weights": own,
                    "trained": [self._numbers[one] for one in trainable if one in self._numbers],
                    "loss": None,
                }
            )
        return {
            "kind": "keras",
            "steps": steps,
            "trainable": list(range(len(self._weights))),
            "names": [getattr(weight, "path", weight.name) for weight in self._weights],
            "devices": [],
            "operations": None,
        }

    def _number(self, weight):
        number = self._numbers.get(id(weight))
        if number is None:
            number = self._numbers[id(weight)] = len(self._weights)
            self._weights.append(weight)
        return number

    def step(self):
        """One train_on_batch of every model."""
        began = time.time()
        rows = []
        if self._observed:
            rows = [self._seen(model) for model, _, _ in self._models]
            self._done += 1
            return {"rows": rows, "seconds": None, "watched": [], "operations": None}
        for model, _, _ in self._models:
            before = self._values()
            loss, error = self._train(model)
            after = self._values()
            changed = [
                number
                for number, (one, other) in enumerate(zip(before, after))
                if not numpy.array_equal(one, other)
            ]
            rows.append({"loss": loss, "changed": changed, "error": error})
        return {"rows": rows, "seconds": time.time() - began, "watched": [], "operations": None}

    def _seen(self, model):
        """What the program's own step changed, of this model and this number."""
        mine = [one for one in self._observed if one[0] is model]
        if self._done >= len(mine):
            return {"loss": None, "changed": [], "error": None}
        _, value, before, after = mine[self._done]
        changed = [
            self._numbers[name]
            for name in after
            if name in self._numbers
            and name in before
            and not numpy.array_equal(before[name], after[name])
        ]
        return {"loss": _loss(value), "changed": changed, "error": None}

    def _train(self, model):
        try:
            given = [self._like(one) for one in model.inputs]
            wanted = [self._like(one, unit=True) for one in model.outputs]
            found = model.train_on_batch(
                given if len(given) > 1 else given[0], wanted if len(wanted) > 1 else wanted[0]
            )
        except Exception as error:
            return None, "%s: %s" % (type(error).__name__, str(error).strip().split("\n")[0])
        return _loss(found), None

    def _like(self, tensor, unit=False):
        return feeds.like(tensor, self._batch, self._generator, unit)

    def _values(self):
        known = {}
        for model, _, _ in self._models:
            for weight, value in zip(model.weights, model.get_weights()):
                known[self._numbers.get(id(weight))] = value
        return [numpy.array(known[number]) for number in range(len(self._weights))]

    def end(self, pairs):
        """Memory; the paths of models are the models' own."""
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        same = keras_twins.Twins(self._session, self._like).told()
        return {
            "same": same,
            "kernels": {},
            "variables": {},
            "memory": memory,
            "gpu_memory": None,
            "replicas": self._session.replicated(lambda copies: [one.numpy() for one in copies]),
        }


def _loss(value):
    """The loss in what a step returned: a number, a list with metrics, or a History."""
    history = getattr(value, "history", None)
    if isinstance(history, dict) and history.get("loss"):
        return float(history["loss"][-1])
    try:
        return float(numpy.ravel(value)[0])
    except (TypeError, ValueError, IndexError):
        return None
