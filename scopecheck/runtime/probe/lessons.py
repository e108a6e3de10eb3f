"""Training a program's own train operations for a few steps on random data."""

from __future__ import absolute_import, division, print_function

import importlib
import resource
import time

import comparing
import feeds
import keras_lessons
import numpy
from tensorflow.core.protobuf import config_pb2
from tensorflow.python.client import device_lib
from tensorflow.python.framework import random_seed

_WATCHED = 3  # steps at which it is looked which variables change


def lesson(session, given):
    """A lesson for the graph's train operations, or for models of Keras."""
    if session.training.steps:
        return Lesson(session, **given)
    if session.layers.compiled:
        return keras_lessons.Lesson(session, **given)
    raise ValueError("nothing to train: no optimizer was asked for a train operation")


class Lesson(object):
    """The train operations of one graph, one after the other, as often as the host asks."""

    def __init__(self, session, seed, batch, feed, watch):
        self._session = session
        steps = session.training.steps
        self._graph = steps[0][1].graph
        self._steps = _side_by_side([one for one in steps if one[1].graph is self._graph])
        self._generator = feeds.generator_of(seed)
        self._seed, self._batch, self._watch = seed, batch, watch
        self._feeder = _function(feed)
        self._done = 0
        self._walked = {}  # what fetches are computed from

    def start(self):
        """Start a session, initialise, and say what there is to train."""
        graph = self._graph
        with graph.as_default():
            random_seed.set_random_seed(self._seed)
        self._running = feeds.open_session(graph)
        self._variables = self._session.made.of_graph(graph)
        feeds.initialise(self._running, self._variables, self._generator, False)
        self._trainable = [
            (self._session.made.number(variable), variable)
            for variable in graph.get_collection("trainable_variables")
            if self._session.made.number(variable) is not None and _has_slope(variable)
        ]
        self._rates = feeds.learning_rates([one[1] for same in self._steps for one in same])
        self._watched = [graph.as_graph_element(_tensor_name(name)) for name in self._watch]
        return {
            "kind": "graph",
            "steps": [self._described(*same[0]) for same in self._steps],
            "trainable": [number for number, _ in self._trainable],
            "devices": [device.name for device in device_lib.list_local_devices()],
            "operations": len(graph.get_operations()),
        }

    def _described(self, event, step, loss, replica):
        return {
            "site": event["site"],
            "optimizer": event["optimizer"],
            "trained": event["trained"],
            "loss": None if loss is None or callable(loss) else loss.name,
            "name": step.name,
        }

    def step(self):
        """Run every train operation once."""
        began = time.time()
        look = self._done < _WATCHED
        rows = []
        for same in self._steps:
            before = self._values() if look else None
            losses = [loss for _, _, loss, _ in same if loss is not None and not callable(loss)]
            found = self._run([step for _, step, _, _ in same] + losses)
            changed = self._changed(before) if look else None
            means = [numpy.mean(one) for one in found[len(same) :]]
            value = float(numpy.mean(means)) if means else None
            rows.append({"loss": value, "changed": changed})
        seconds = time.time() - began
        watched = [float(numpy.mean(one)) for one in self._run(self._watched)]
        self._done += 1
        return {
            "rows": rows,
            "seconds": seconds,
            "watched": watched,
            "operations": len(self._graph.get_operations()),
        }

    def _run(self, fetches, **options):
        if not fetches:
            return []
        behind = self._behind(fetches)
        fed = None if self._batch else self._session.training.fed
        size = self._batch or feeds.common_batch(behind.sources, 8, fed)
        random = feeds.Random(self._generator, size, True, self._rates, fed)
        given = self._given(size)
        feed = {}
        for source in behind.sources:
            feed[source] = given.get(source.name, None)
            if feed[source] is None:
                feed[source] = random.value(source)
        return self._running.run(fetches, feed, **options)

    def _behind(self, fetches):
        """What some fetches are computed from; walked once, unless the graph grows."""
        key = tuple(fetch.name for fetch in fetches), self._graph.version
        if key not in self._walked:
            self._walked[key] = feeds.Behind(fetches)
        return self._walked[key]

    def _given(self, size):
        """What the user's function feeds, by the names of tensors."""
        if self._feeder is None:
            return {}
        given = self._feeder(self._done, size)
        return dict((_tensor_name(getattr(key, "name", key)), given[key]) for key in given)

    def _values(self):
        return self._running.run([variable for _, variable in self._trainable])

    def _changed(self, before):
        after = self._values()
        return [
            number
            for (number, _), one, other in zip(self._trainable, before, after)
            if not numpy.array_equal(one, other)
        ]

    def end(self, pairs):
        """The paths compared with the trained weights; where things ran; memory."""
        tensor = self._session.tensors.tensor
        fed = self._session.training.fed
        answers = [
            comparing.tried(tensor, self._running, pair, self._generator, fed, self._batch)
            for pair in pairs
        ]
        kernels = self._kernels()
        replicated = self._session.replicated(self._running.run)
        self._running.close()
        return {
            "same": answers,
            "kernels": kernels,
            "variables": _counted([variable.device or "" for _, variable in self._trainable]),
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
            "gpu_memory": _gpu_memory(),
            "replicas": replicated,
        }

    def _kernels(self):
        """How many kernels of a step ran on each device."""
        metadata = config_pb2.RunMetadata()
        options = config_pb2.RunOptions(trace_level=config_pb2.RunOptions.FULL_TRACE)
        self._run([one[1] for one in self._steps[0]], options=options, run_metadata=metadata)
        found = {}
        for device in metadata.step_stats.dev_stats:
            name = device.device.rpartition("/device:")[2]
            if ":" in name and "stream" not in name and "memcpy" not in name:
                found[name] = found.get(name, 0) + len(device.node_stats)
        return found


def _has_slope(variable):
    """Whether it can be trained: a whole number, a counter of steps, never is."""
    return variable.dtype.base_dtype.is_floating or variable.dtype.base_dtype.is_complex


def _side_by_side(steps):
    """For each train operation of the program, that of every replica."""
    by_replica = {}
    for one in steps:
        by_replica.setdefault(one[3], []).append(one)
    return list(zip(*(by_replica[replica] for replica in sorted(by_replica, key=str))))


def _counted(names):
    found = {}
    for name in names:
        short = name.rpartition("/device:")[2] or "no fixed device"
        found[short] = found.get(short, 0) + 1
    return found


def _gpu_memory():
    """The most memory that TensorFlow held on the first GPU, if it can tell."""
    try:
        from tensorflow.python.framework import config

        return int(config.get_memory_info("GPU:0")["peak"])
    except (AttributeError, ImportError, RuntimeError, ValueError):
        return None


def _function(text):
    """The function that MODULE:NAME names."""
    if not text:
        return None
    module, _, name = text.partition(":")
    return getattr(importlib.import_module(module), name)


def _tensor_name(name):
    return name if ":" in name else name + ":0"
