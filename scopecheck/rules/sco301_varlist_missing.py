"""SCO301: a variable that a loss reaches is in no optimizer's list.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/train/Optimizer#minimize
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from scopecheck.rules import never_follows
from scopecheck.rules.build import finding
from scopecheck.rules.computation import Variables, behind_gradient, variables_in
from scopecheck.rules.early_lists import read_early
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.forgotten import Forgotten, forgotten
from scopecheck.rules.losses import Minimised, minimised, trainables
from scopecheck.rules.networks import holds, identity
from scopecheck.rules.nothing_listed import nothing_listed
from scopecheck.rules.one_sided import OneSided, one_sided
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import listing, place
from scopecheck.trace import (
    CollectionRead,
    Computed,
    FunctionCalled,
    LossMinimized,
    Trace,
    Variable,
    VariableAssigned,
    VariablesExcluded,
    compatible,
)

RULE = Rule(
    code="SCO301",
    name="varlist-missing",
    severity=Severity.WARNING,
    summary="A trainable variable that a loss reaches is in no optimizer's list.",
    why=(
        "minimize(loss, var_list=...) trains what is listed and nothing else. A list is mostly "
        "filled by names, and what is made elsewhere in the network, such as a normalisation's "
        "beta under a scope of its own, has another name: it has a gradient, and keeps its "
        "initial value for ever. The rule speaks where most of a network is in a list and the "
        "rest of it in none, and a listed variable lies before the missing one; for what is made "
        "by a function that makes nothing of what is listed, one must lie behind it as well. A "
        "network of which nothing is listed, or whose first layers are not, is frozen on purpose; "
        'so is what a filter names to leave it out, as "beta" not in v.name does. It also speaks '
        "of a list that was all there was when it was read, where later layers of the same scope, "
        "or of the same function, or that take nothing but what is listed computes, stand behind "
        "it and are in no list. And of two steps with the "
        "same list, one for a judge's loss and one for what it judges, or for an actor's: then "
        "the other side is trained by nobody. Of a network that is listed nowhere it speaks where "
        "nothing gives it values from elsewhere, and what steps train stands before and behind "
        "it, or a part of a loss, computed from data, depends on it and on nothing else, or on "
        "nothing that the loss's own step lists: the step can't lower that part. A list that "
        "holds nothing at all, or nothing that the loss depends on, TensorFlow refuses, as it does "
        "a Saver that is made before there is a variable, which verify tells. An empty "
        "list of what is to be assigned it doesn't: the rule speaks where its scope stands further "
        "on in the names of a network, such as a target, that a loss needs and nothing ever "
        "changes; and where such values are assigned to what is trained, instead of the other way, "
        "or to several networks that learn, as workers', and none of them brings anything back."
    ),
    tensorflow_message=None,
    wrong="""\
import tensorflow as tf


def generator(noise):
    hidden = tf.layers.dense(noise, 8, name="g_hidden")
    hidden = tf.layers.batch_normalization(hidden, training=True, name="norm")
    return tf.layers.dense(hidden, 4, name="g_out")


loss = tf.reduce_mean(generator(tf.placeholder(tf.float32, [None, 2])))
listed = [v for v in tf.trainable_variables() if v.name.startswith("g_")]
step = tf.train.AdamOptimizer().minimize(loss, var_list=listed)
""",
    right="""\
import tensorflow as tf


def generator(noise):
    hidden = tf.layers.dense(noise, 8, name="g_hidden")
    hidden = tf.layers.batch_normalization(hidden, training=True, name="g_norm")
    return tf.layers.dense(hidden, 4, name="g_out")


loss = tf.reduce_mean(generator(tf.placeholder(tf.float32, [None, 2])))
listed = [v for v in tf.trainable_variables() if v.name.startswith("g_")]
step = tf.train.AdamOptimizer().minimize(loss, var_list=listed)
""",
    cannot_see=(
        "Lists and losses that the analysis cannot follow, and variables that something other "
        "than an optimizer changes. A first layer that is missing by mistake looks like one that "
        "is frozen on purpose."
    ),
    at_end=True,
)


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each set of variables that every list leaves out, or that never follows."""
    for one in nothing_listed(trace):
        labels = [Label(one.read.site, "the list is read here")] if one.read is not None else []
        yield finding(
            RULE, one.event, one.message, related=labels, severity=Severity.ERROR, help=one.help
        )
    told: set[str] = set()
    for kind in (never_follows.check(RULE, trace), _of_networks(trace), _left_out(trace)):
        findings = [one for one in kind if told.isdisjoint(one.variables)]
        told.update(*(one.variables for one in findings))
        yield from findings


def _of_networks(trace: Trace) -> Iterator[Finding]:
    """One finding for each side, or network, of which nothing is in any list."""
    opposed = list(one_sided(trace))
    known = trainables(trace)
    for found in opposed:
        yield _other_side(found, [known[v] for v in known if v in found.missing])
    for lost in () if opposed else forgotten(trace):
        yield _forgotten(lost, [known[v] for v in known if v in lost.missing])


def _left_out(trace: Trace) -> Iterator[Finding]:
    """One finding for each part of a network that every list leaves out."""
    every = minimised(trace)
    known = trainables(trace)
    parts = _parts([call for call in trace.of(FunctionCalled) if not call.library], every)
    kept = frozenset(identity(event.variable) for event in trace.of(VariableAssigned))
    kept |= {identity(one) for event in trace.of(VariablesExcluded) for one in event.variables}
    told: set[Variables] = set()
    for graph in dict.fromkeys(one.event.graph for one in every):
        events = [event for event in trace.of(LossMinimized) if event.graph == graph]
        listed = frozenset((graph, name) for event in events for name in event.var_list or ())
        doubtful = frozenset[tuple[int, str]]().union(*(one.doubtful for one in every))
        for one in every:
            if one.event.graph != graph or _is_beside_all(one, events):
                continue
            missing = (one.reached & frozenset(known)) - listed - kept - doubtful
            later, within = _between(one) if missing else (missing, missing)
            mine = _of_its_network(missing, one, every, parts) & later | missing & within
            if mine and mine not in told and _is_small(mine, one.listed, known):
                told.add(mine)
                scope = _scope(mine | one.listed, frozenset(known))
                left = [known[v] for v in known if v in mine]
                filtered = any(True for _ in trace.of(CollectionRead)) or scope
                help = _help(scope) if filtered else _of_written(one.event, left)
                yield _finding(one, left, help)
            elif missing & later and not told & {missing}:
                reading = read_early(trace, one, missing, known)
                if reading is not None:
                    told.add(missing)
                    named = [known[v] for v in known if v in missing]
                    yield _finding(one, named, READ_LATER, reading)


def _is_beside_all(one: Minimised, events: Sequence[LossMinimized]) -> bool:
    """Whether the same run can make a step without a list."""
    return any(
        event.var_list is None and compatible(event.under, one.event.under) for event in events
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """What the program's functions hold.

    networks: for each call that is no whole program, what it holds, and what of it trains.
    functions: what each function holds in all its calls.
    """

    networks: tuple[tuple[Variables, Variables], ...]
    functions: tuple[Variables, ...]


def _parts(calls: Sequence[FunctionCalled], every: Sequence[Minimised]) -> Parts:
    built: dict[tuple[Variables, Variables], None] = {}
    made: dict[object, Variables] = {}
    for call in calls:
        held = holds(call)
        made[call.defined] = made.get(call.defined, frozenset()) | held
        if held and not _trains(call, every):
            built[held, frozenset(identity(v) for v in call.held if v.trainable)] = None
    return Parts(tuple(built), tuple(made.values()))


def _of_its_network(
    missing: Variables, one: Minimised, every: Sequence[Minimised], parts: Parts
) -> Variables:
    """The missing variables of networks of which this list, and no other, holds the rest."""
    own = one.listed
    others = frozenset[tuple[int, str]]().union(*(other.listed for other in every)) - own
    found: set[tuple[int, str]] = set()
    for whole, trainable in parts.networks:
        held = whole & one.reached
        rest = trainable & held - missing
        if held & own and not held & others and rest <= own:
            found |= held & missing
    return frozenset(found) - _left_alone(missing, own, parts)


def _left_alone(missing: Variables, own: Variables, parts: Parts) -> Variables:
    """What belongs to functions that make nothing of what is listed, in any of their calls."""
    return frozenset(v for held in parts.functions if not held & own for v in held & missing)


def _trains(call: FunctionCalled, every: Sequence[Minimised]) -> bool:
    """Whether optimizers are made in a call: then it is a program, and no network."""
    length = len(call.path)
    return any(
        len(one.event.path) > length and one.event.path[:length] == call.path for one in every
    )


def _between(one: Minimised) -> tuple[Variables, Variables]:
    """What the loss reaches behind listed variables, and what lies between two of them.

    Each variable is taken where it is used: a gradient flows from there to the first ones,
    and from the others to there.
    """
    own = one.listed
    uses = {
        node: {(part.graph, part.variable) for part in node.inputs if part.variable is not None}
        for node in one.behind
    }
    above = {node for node, used in uses.items() if used & own}
    below = behind_gradient(part for node in above for part in _data(node))
    later: set[tuple[int, str]] = set()
    within: set[tuple[int, str]] = set()
    for node, used in uses.items():
        new = used - own - within
        if new and variables_in(behind_gradient(_data(node))) & own:
            later |= new
            within |= new if node in below else set()
    return frozenset(later), frozenset(within)


def _data(node: Computed) -> list[Computed]:
    return [part for part in node.inputs if part.variable is None]


def _is_small(missing: Variables, own: Variables, known: dict[tuple[int, str], Variable]) -> bool:
    """Whether what is missing is less than what is listed."""
    listed = [known[one] for one in own if one in known]
    return sum(map(_size, (known[one] for one in missing))) <= sum(map(_size, listed))


def _size(variable: Variable) -> int:
    return math.prod(part or 1 for part in variable.shape or ())


def _scope(network: Variables, known: Variables) -> str:
    """The scope that holds a network's variables and no others; empty if there is none."""
    paths = [name.split("/")[:-1] for _, name in network]
    same = takewhile(lambda parts: len(set(parts)) == 1, zip(*paths, strict=False))
    scope = "".join(f"{parts[0]}/" for parts in same)
    inside = {variable for variable in known if variable[1].startswith(scope)}
    return scope if inside <= network else ""


def _of_written(event: LossMinimized, missing: Sequence[Variable]) -> str:
    """What helps where no collection was read: the list is written out, variable by variable."""
    names = event.var_list or ()
    twice = [name.removesuffix(":0") for name in dict.fromkeys(names) if names.count(name) > 1]
    said = f"add {listing([one.name.removesuffix(':0') for one in missing])} to var_list"
    return f"{said}, which holds {listing(twice)} twice" if twice else said


def _help(scope: str) -> str:
    if scope:
        said = f'pass var_list=tf.trainable_variables("{scope}"), all that the network makes,'
    else:
        said = (
            "open one tf.variable_scope around the whole network, and list its variables by it, "
            'as in tf.trainable_variables("scope/"),'
        )
    return f"{said} instead of a list by parts of their names"


def _other_side(found: OneSided, missing: Sequence[Variable]) -> Finding:
    names = tuple(variable.name.removesuffix(":0") for variable in missing)
    where = place(found.other.event.site, found.step.event.site)
    return finding(
        RULE,
        found.step.event,
        f"this step has the list of the one at {where}, which trains the other side: "
        f"{listing(names)} {'is' if len(names) == 1 else 'are'} in no optimizer's var_list",
        variable=names[0],
        variables=names,
        related=[
            Label(found.other.event.site, "the same list here"),
            *(Label(variable.site, "made here, never trained") for variable in missing[:4]),
        ],
        help="list the variables of the network whose loss this is",
    )


def _forgotten(found: Forgotten, missing: Sequence[Variable]) -> Finding:
    names = tuple(variable.name.removesuffix(":0") for variable in missing)
    return finding(
        RULE,
        found.step.event,
        f"{listing(names)} {'is' if len(names) == 1 else 'are'} in no optimizer's var_list, and "
        f"nothing restores {'it' if len(names) == 1 else 'them'}: {found.why}",
        variable=names[0],
        variables=names,
        related=[Label(variable.site, "made here, never trained") for variable in missing[:4]],
        help="add the network's variables to the list of the step that is to train it",
    )


READ_LATER = "read the list once the whole network is built"


def _finding(
    one: Minimised,
    missing: Sequence[Variable],
    help: str,
    reading: CollectionRead | None = None,
) -> Finding:
    """The finding; reading: where the list was read before the missing variables were made."""
    names = tuple(variable.name.removesuffix(":0") for variable in missing)
    verb = "is" if len(names) == 1 else "are"
    return finding(
        RULE,
        one.event,
        f"{listing(names)} {verb} in no optimizer's var_list: the loss has a gradient for "
        f"{'it' if len(names) == 1 else 'them'}, and nothing trains "
        f"{'it' if len(names) == 1 else 'them'}",
        variable=names[0],
        variables=names,
        related=[
            *(
                [Label(reading.site, "the list is read here, before they are made")]
                if reading
                else []
            ),
            *(Label(variable.site, "made here, never trained") for variable in missing[:4]),
        ],
        help=help,
    )
