"""Optimizers, session runs, and operations that are added between them."""

from __future__ import absolute_import, division, print_function

import outcome
from tensorflow.python.client import session
from tensorflow.python.framework import ops
from tensorflow.python.training import optimizer
from wrapping import wrap

_APPLY = ("Apply", "ResourceApply", "SparseApply", "ResourceSparseApply")


class Training(object):
    """Listens to optimizers and sessions.

    at_first_step: called when a session is about to run a training step for the first time;
    if it is given, it does not return.
    """

    def __init__(self, journal, tensors, made, store):
        self._journal, self._tensors = journal, tensors
        self._made, self._store = made, store
        self.at_first_step = None
        self.is_quiet = lambda: False
        self.steps = []  # what minimize and apply_gradients returned, with all about it
        self.refused = []
        self._computed = []  # (gradients, loss, var_list), the latest last
        self._seen = set()  # session runs, by place and fetches
        self._trains = {}  # operation -> whether running it trains
        self._latest_run = None  # the path of the latest session run
        self._runs = 0
        self._grown = {}  # (site path, run path) -> (event, how many runs were before it)

    def install(self):
        """Put the wrappers in place."""
        wrap(optimizer.Optimizer, "minimize", self._minimize)
        wrap(optimizer.Optimizer, "compute_gradients", self._gradients)
        wrap(optimizer.Optimizer, "apply_gradients", self._apply)
        wrap(session.BaseSession, "run", self._run)
        wrap(ops.Graph, "_create_op_helper", self._created)
        wrap(ops.Graph, "_check_not_finalized", self._is_final)

    # Optimizers

    def _minimize(self, function, *args, **kwargs):
        try:
            return function(*args, **kwargs)
        except ValueError as error:
            path = self._journal.path()
            if path and "No variables to optimize" in str(error):
                told = {"type": "ValueError", "message": outcome.message(error)}
                event = self._journal.event(
                    "ArgumentRefused", path, function="minimize", error=told
                )
                self.refused.append((event, error))
            raise

    def _gradients(self, function, one, loss, var_list=None, *args, **kwargs):
        found = function(one, loss, var_list, *args, **kwargs)
        listed = None if var_list is None else list(var_list)
        gradients = [id(gradient) for gradient, _ in found if gradient is not None]
        self._computed.append((one, gradients, loss, listed, [kept for kept, _ in found]))
        return found

    def _apply(self, function, one, grads_and_vars, *args, **kwargs):
        grads_and_vars = list(grads_and_vars)
        path = self._journal.path()
        self._store.take_slots()
        step = function(one, grads_and_vars, *args, **kwargs)
        if not path:
            return step
        loss, listed = self._loss_of(one, grads_and_vars)
        trained = [variable for gradient, variable in grads_and_vars if gradient is not None]
        event = self._journal.event(
            "LossMinimized",
            path,
            optimizer=type(one).__name__,
            var_list=None if listed is None else [_name(variable) for variable in listed],
            slots=self._store.take_slots(),
            loss=None if loss is None or callable(loss) else self._tensors.number(loss),
            trained=self._numbers(trained),
            step=self._tensors.number(step),
            graph=self._tensors.current_graph(),
        )
        self.steps.append((event, step, loss, trained))
        return step

    def _loss_of(self, one, grads_and_vars):
        """The loss and the variable list that some gradients come from."""
        mine = set(id(gradient) for gradient, _ in grads_and_vars)
        variables = set(id(variable) for _, variable in grads_and_vars)
        best = None
        for known, gradients, loss, listed, _ in reversed(self._computed):
            if mine.intersection(gradients):
                return loss, listed
            if known is one and best is None and variables:
                best = (loss, listed)
        return best or (None, None)

    def _numbers(self, variables):
        """The numbers of variables; None if one of them is not known."""
        numbers = [self._made.number(variable) for variable in variables]
        return None if None in numbers else numbers

    # Sessions

    def _run(self, function, one, fetches, *args, **kwargs):
        path = self._journal.path()
        if path:
            self._note_run(one, fetches, path)
        return function(one, fetches, *args, **kwargs)

    def _note_run(self, one, fetches, path):
        found = []
        _flatten(one.graph, fetches, found)
        operations = [getattr(fetch, "op", fetch) for fetch in found]
        numbers = sorted(set(self._tensors.number(fetch) for fetch in found))
        key = (tuple(path), tuple(numbers))
        self._latest_run = path
        self._runs += 1
        if key not in self._seen:
            self._seen.add(key)
            graph = self._tensors.graph(one.graph)
            self._journal.event("SessionRun", path, fetched=numbers, graph=graph)
        trains = [known for known in operations if self._is_step(known)]
        if self.at_first_step is not None and trains:
            self.at_first_step()

    def _is_step(self, operation):
        """Whether an operation trains: it runs, or needs, an optimizer's update."""
        known = self._trains.get(operation)
        if known is None:
            known = self._trains[operation] = _needs_update(operation)
        return known

    def _is_final(self, function, graph):
        try:
            function(graph)
        except RuntimeError as error:
            told = {"type": "RuntimeError", "message": outcome.message(error)}
            event = self._journal.event(
                "ArgumentRefused", self._journal.path(), function="Graph.finalize", error=told
            )
            if event is not None:
                self.refused.append((event, error))
            raise

    # Growth

    def _created(self, function, graph, operation, *args, **kwargs):
        function(graph, operation, *args, **kwargs)
        if self._latest_run is None or self.is_quiet():
            return
        path = self._journal.path()
        if path:
            self.grown(path, graph)

    def grown(self, path, graph):
        """An operation was added after a session ran; the host finds the loop, if any."""
        key = (tuple(path), tuple(self._latest_run))
        if key in self._grown:
            event, runs = self._grown[key]
            event["passes"] = event["passes"] or runs != self._runs
            return
        event = self._journal.event(
            "Grown",
            path,
            run=list(self._latest_run),
            passes=False,
            trains=any(self._trains.values()),
            graph=self._tensors.graph(graph),
        )
        self._grown[key] = event, self._runs


def _needs_update(operation):
    waiting, seen = [operation], set([operation])
    while waiting:
        one = waiting.pop()
        if one.type.startswith(_APPLY):
            return True
        before = [tensor.op for tensor in one.inputs] + list(one.control_inputs)
        for earlier in before:
            if earlier not in seen:
                seen.add(earlier)
                waiting.append(earlier)
    return False


def _flatten(graph, fetches, found):
    if isinstance(fetches, dict):
        for one in fetches.values():
            _flatten(graph, one, found)
    elif isinstance(fetches, (list, tuple)):
        for one in fetches:
            _flatten(graph, one, found)
    elif fetches is not None:
        try:
            found.append(graph.as_graph_element(fetches))
        except (KeyError, TypeError, ValueError):  # the session says it better
            return


def _name(variable):
    """The name with `:0`; of a partitioned variable its own."""
    return str(variable.name)
