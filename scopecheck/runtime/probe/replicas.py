"""The target on several devices at once, under tf.distribute.MirroredStrategy.

A program of graphs is run once on each replica, as `call_for_each_replica` runs a function;
one of Keras is run once, inside the strategy's scope, and Keras runs its steps on each replica.
"""

from __future__ import absolute_import, division, print_function

import threading

import targets
import tensorflow
from tensorflow.core.protobuf import config_pb2
from tensorflow.python.client import session
from wrapping import wrap


class Replicas(object):
    """count: how many; each: whether the target runs on each; device: auto, cpu or gpu.

    Errors: targets.BadTarget where GPUs are asked for, and there are fewer than replicas.
    """

    def __init__(self, count, each, device):
        self._each = each
        config = tensorflow.config.experimental
        gpus = config.list_physical_devices("GPU") if device != "cpu" else []
        if device.startswith("gpu") and len(gpus) < count:
            words = "asked for %d replicas on GPUs; GPUs that TensorFlow sees: %d"
            raise targets.BadTarget(words % (count, len(gpus)))
        kind = "GPU" if len(gpus) >= count else "CPU"
        self.devices = ["%s:%d" % (kind, number) for number in range(count)]
        if kind == "CPU":
            _split_cpu(config, count)
        if each:  # the replicas' threads are in graph mode only if this one is
            tensorflow.compat.v1.disable_eager_execution()
        self._strategy = tensorflow.distribute.MirroredStrategy(
            ["/device:" + name for name in self.devices]
        )

    def run(self, target):
        """Run the target, a function without arguments, on the replicas or for them."""
        with self._strategy.scope():
            if self._each:
                self._strategy.extended.call_for_each_replica(target)
            else:
                target()


def number():
    """The number of the replica that this thread runs; None where it runs none."""
    return getattr(threading.current_thread(), "replica_id", None)


def together(function):
    """Call a function once, when every replica has come here; at once where there is none."""
    if number() is None:
        function()
    else:
        here = tensorflow.distribute.get_replica_context()
        here.merge_call(lambda strategy: function())


def agreement(variables, read):
    """How many variables are equal on all replicas, bit for bit, and the names of the others.

    read: the values of a list of variables. What each replica counts for itself until it is
    read (moving statistics) has no one value to compare.
    """
    mirrored = [one for one in variables if type(one).__name__ == "MirroredVariable"]
    differing = []
    for one in mirrored:
        values = read(list(one._values))
        if any(value.tobytes() != values[0].tobytes() for value in values):
            differing.append(one.name)
    return {"equal": len(mirrored) - len(differing), "differing": differing}


def _split_cpu(config, count):
    """Several logical CPUs, in eager mode and in every session."""
    one = config.list_physical_devices("CPU")[0]
    logical = [config.VirtualDeviceConfiguration() for _ in range(count)]
    config.set_virtual_device_configuration(one, logical)

    def opened(function, own, target="", graph=None, config=None):
        if config is None:
            config = config_pb2.ConfigProto(allow_soft_placement=True)
        config.device_count["CPU"] = count
        function(own, target, graph, config)

    wrap(session.BaseSession, "__init__", opened)
