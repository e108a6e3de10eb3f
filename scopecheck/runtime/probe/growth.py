"""The operations that assign to variables, and those that move statistics."""

from __future__ import absolute_import, division, print_function

import collections

_MOVING = ("moving_mean", "moving_variance", "moving_stddev", "renorm_mean", "renorm_stddev")
_HANDED = ("Switch", "RefSwitch", "Identity", "RefIdentity", "Enter", "RefEnter")
_NEAR = 3
_ASSIGNING = ("Assign", "Scatter", "ResourceScatter")
_UPDATES = "update_ops"


def updates(session):
    """An event for each call that made such operations, found in the graphs at the end."""
    statistics = _statistics(session.made)
    for graph in list(session.tensors.graphs):
        collected = _collected(graph)
        groups = collections.OrderedDict()
        for operation in graph.get_operations():
            if not operation.type.startswith(("Assign", "Resource")) or not _moves(operation):
                continue
            origins = [_origin(one.op) for one in operation.inputs]
            found = [statistics[one] for one in origins if one in statistics]
            if found:
                path = _path(session, operation)
                if path:
                    groups.setdefault(tuple(path), []).append((operation, found[0]))
        for path, made in groups.items():
            yield _event(session, graph, list(path), made, collected)


def assignments(session):
    """An event for each operation of the program's that assigns to a variable.

    A Saver's assign what a checkpoint holds: the variable's own values.
    """
    variables, initial = session.made.operations(), session.made.initializers()
    for graph in list(session.tensors.graphs):
        for operation in graph.get_operations():
            if not operation.type.startswith(_ASSIGNING) or id(operation) in initial:
                continue
            if _origin(operation.inputs[1].op).type.startswith("Restore"):
                continue
            target = operation.inputs[0].op
            number = session.made.number_of(target) if target in variables else None
            own = number is not None and not session.made.is_optimizers(number)
            path = _path(session, operation) if own else []
            if path:
                yield {
                    "is": "VariableAssigned",
                    "site": path[-1],
                    "path": path,
                    "variable": number,
                    "values": [session.tensors.number(one) for one in operation.inputs[1:]],
                    "graph": session.tensors.graph(graph),
                }


def _event(session, graph, path, made, collected):
    tensors = session.tensors
    numbers = [tensors.number(operation) for operation, _ in made]
    waiting = set(id(operation) for operation, _ in made)
    return {
        "is": "UpdatesMade",
        "site": path[-1],
        "path": path,
        "by": session.made.record(made[0][1])["made_by"],
        "updates": numbers,
        "statistics": sorted(set(number for _, number in made)),
        "inputs": [tensors.number(one) for one in _normalized(made)],
        "collection": next((key for key, behind in collected if waiting & behind), None),
        "graph": tensors.graph(graph),
    }


def _normalized(made):
    """What is normalised: what a fused normalisation, or a mean, behind the updates takes."""
    waiting, seen, found = [operation for operation, _ in made], set(), []
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        if one.type.startswith("FusedBatchNorm") or one.type == "Mean":
            found.append(one.inputs[0])
        elif one.type in ("If", "StatelessIf"):
            found += [given for given in one.inputs if given.dtype.is_floating]
        else:
            waiting += [given.op for given in one.inputs]
    return found


def _collected(graph):
    """What is in UPDATE_OPS and in the program's own collections, or closely behind it."""
    from tensorflow.python.framework import ops

    others = list(vars(ops.GraphKeys).values()) + ["cond_context", "while_context"]
    own = [key for key in graph.get_all_collection_keys() if key not in others]
    known = dict((id(one), one) for one in graph.get_operations())
    return [(key, _behind(graph.get_collection(key), known)) for key in [_UPDATES] + own]


def _behind(collected, known):
    """What the collected operations are, or closely need: they may be groups, or conditions.

    known: the graph's operations by id; a collection may hold anything else as well.
    """
    wanted = set(id(_operation(one)) for one in collected)
    latest = [known[one] for one in wanted if one in known]
    found = set(latest)
    for _ in range(_NEAR):
        needed = [tensor.op for one in latest for tensor in one.inputs]
        needed += [before for one in latest for before in one.control_inputs]
        latest = [one for one in needed if one not in found]
        found.update(latest)
    return set(id(one) for one in found)


def _origin(operation):
    """What a branch of a condition, or a loop, is given."""
    while operation.type in _HANDED and operation.inputs:
        operation = operation.inputs[0].op
    return operation


def _statistics(made):
    """The numbers of variables that hold moving statistics, by their operation."""
    found = {}
    for operation, name in made.operations().items():
        if any(word in name for word in _MOVING):
            found[operation] = made.number_of(operation)
    return found


def _moves(operation):
    """Whether it is an update, not the initial value."""
    return operation.type != "Assign" and operation.type != "AssignVariableOp" or (
        "AssignMovingAvg" in operation.name
    )


def _path(session, operation):
    """Where the program made an operation: the lines of its traceback that are the program's."""
    frames, journal = session.frames, session.journal
    lines = []
    for entry in operation.traceback:
        file, line = entry[0], entry[1]
        if frames.is_own_file(file):
            lines.append((file, line))
    known = journal.path_of_lines(tuple(lines))
    if known is not None:
        return known
    return [journal.site((file, line, None, None, None, "")) for file, line in lines]


def _operation(value):
    return getattr(value, "op", value)
