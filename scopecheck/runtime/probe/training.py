"""Optimizers, session runs, and operations that are added between them."""

from __future__ import absolute_import, division, print_function

import fed
import outcome
import replicas
from tensorflow.python.client import session
from tensorflow.python.framework import ops
from tensorflow.python.ops import gradients_util
from tensorflow.python.training import optimizer
from wrapping import wrap

_FAR = 10000  # how many tensors are looked at on the way from an update to its gradients
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
        self.fed = fed.Fed()
        self._computed = []  # (gradients, loss, var_list), the latest last
        self._losses = {}  # id of a gradient by hand -> (the gradient, what it is of)
        self._seen = set()  # session runs, by place and fetches
        self._steps_run = set()  # those of them that train
        self._trains = {}  # operation -> whether running it trains
        self._latest_run = {}  # graph -> the path of the latest session run on it
        self._runs = 0
        self._grown = {}  # (graph, site path, run path) -> (event, how many runs were before it)

    def install(self):
        """Put the wrappers in place."""
        wrap(optimizer.Optimizer, "minimize", self._minimize)
        wrap(gradients_util, "_GradientsHelper", self._by_hand)
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
        gradients = [id(_values(gradient)) for gradient, _ in found if gradient is not None]
        self._computed.append((one, gradients, loss, listed, [kept for kept, _ in found]))
        return found

    def _by_hand(self, function, ys, xs, grad_ys=None, *args, **kwargs):
        """tf.gradients: what an optimizer asks for is told again, with the optimizer.

        What grad_ys are the gradients of is what those of ys are multiplied on to.
        """
        found = function(ys, xs, grad_ys, *args, **kwargs)
        several = isinstance(ys, (list, tuple))
        losses = self._outer(grad_ys) or (list(ys) if several else [ys])
        kept = list(xs) if isinstance(xs, (list, tuple)) else [xs]
        variables = [self._made.number(one) for one in kept]
        if len(losses) == 1:
            for gradient in found:
                self._losses[id(_values(gradient))] = (gradient, losses[0])
        if len(losses) == 1 and None not in variables:
            gradients = [id(_values(gradient)) for gradient in found if gradient is not None]
            self._computed.append((None, gradients, losses[0], kept, kept))
        return found

    def _outer(self, gradients):
        """The losses that some gradients, perhaps computed on, are of; none if there is none."""
        several = isinstance(gradients, (list, tuple))
        given = [_values(one) for one in (gradients if several else [gradients]) if one is not None]
        reached = _reached(given, set(self._losses)) if self._losses else ()
        losses = dict((id(self._losses[one][1]), self._losses[one][1]) for one in reached)
        return list(losses.values())

    def _apply(self, function, one, grads_and_vars, *args, **kwargs):
        grads_and_vars = list(grads_and_vars)
        path = self._journal.path()
        self._store.take_slots()
        step = function(one, grads_and_vars, *args, **kwargs)
        if not path:
            return step
        trained = [variable for gradient, variable in grads_and_vars if gradient is not None]
        loss, listed = self._loss_of(one, grads_and_vars, trained)
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
        self.steps.append((event, step, loss, replicas.number()))
        return step

    def _loss_of(self, one, grads_and_vars, trained):
        """The loss and the variable list that some gradients come from."""
        given = [_values(gradient) for gradient, _ in grads_and_vars if gradient is not None]
        found = self._made_of(set(id(gradient) for gradient in given))
        if found is None:
            mine = [known for known in reversed(self._computed) if known[0] is one]
            every = set(gradient for known in self._computed for gradient in known[1])
            found = mine[0] if mine else self._made_of(_reached(given, every))
        if found is None:
            return None, None
        if found[3] is None and 0 < len(given) < len(found[1]):  # the program left some out
            return found[2], trained
        return found[2], found[3]

    def _made_of(self, gradients):
        """The latest gradients among which are some of these."""
        for known in reversed(self._computed):
            if gradients.intersection(known[1]):
                return known
        return None

    def _numbers(self, variables):
        """The numbers of variables; None if one of them is not known."""
        numbers = [self._made.number(variable) for variable in variables]
        return None if None in numbers else numbers

    # Sessions

    def _run(self, function, one, fetches, *args, **kwargs):
        path = self._journal.path()
        if path:
            feed = args[0] if args else kwargs.get("feed_dict")
            self._note_run(one, fetches, feed, path)
        return function(one, fetches, *args, **kwargs)

    def _note_run(self, one, fetches, feed, path):
        found = []
        _flatten(one.graph, fetches, found)
        operations = [getattr(fetch, "op", fetch) for fetch in found]
        numbers = sorted(set(self._tensors.number(fetch) for fetch in found))
        trains = [known for known in operations if self._is_step(known)]
        # What has run before each step is told again where it runs after it.
        key = (tuple(path), tuple(numbers), 0 if trains else len(self._steps_run))
        graph = self._tensors.graph(one.graph)
        self._latest_run[graph] = path
        self._runs += 1
        if key not in self._seen:
            self._seen.add(key)
            self._journal.event("SessionRun", path, fetched=numbers, graph=graph)
        if trains:
            self._steps_run.add(key)
        self.fed.note(one.graph, feed, bool(trains))
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
        if not self._latest_run or self.is_quiet():
            return
        number = self._tensors.graph(graph)
        path = self._journal.path() if number in self._latest_run else None
        if path:
            self.grown(path, number)

    def grown(self, path, graph):
        """An operation was added after a session ran the graph; the host finds the loop, if any."""
        run = self._latest_run[graph]
        key = (graph, tuple(path), tuple(run))
        if key in self._grown:
            event, runs = self._grown[key]
            event["passes"] = event["passes"] or runs != self._runs
            return
        event = self._journal.event(
            "Grown",
            path,
            run=list(run),
            passes=False,
            trains=any(self._trains.values()),
            graph=graph,
        )
        self._grown[key] = event, self._runs


def _values(gradient):
    """A gradient's tensor; that of its values where it is sparse."""
    return getattr(gradient, "values", gradient)


def _reached(tensors, wanted):
    """Which of some tensors, by their ids, others are computed from: clipped gradients, say."""
    found, seen, waiting = set(), set(), list(tensors)
    while waiting and len(seen) < _FAR:
        tensor = waiting.pop()
        if id(tensor) in wanted:
            found.add(id(tensor))
        elif id(tensor) not in seen:
            seen.add(id(tensor))
            waiting.extend(tensor.op.inputs if hasattr(tensor, "op") else ())
    return found


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
