"""SCO203: two networks that are meant to be different get the same variables.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/AUTO_REUSE
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scopecheck.rules import asked_frozen, keras_shared
from scopecheck.rules.always_equal import always_equal, one_layer_twice
from scopecheck.rules.build import finding
from scopecheck.rules.chance import by_chance, halves_by_chance
from scopecheck.rules.computation import ancestors, passed_on, variables_in
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.losses import minimised
from scopecheck.rules.networks import Twice, beside, holds, identity, networks
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import called, listing, place, quoted
from scopecheck.trace import (
    CellRepeated,
    Computed,
    FunctionCalled,
    Trace,
    VariableAssigned,
)

RULE = Rule(
    code="SCO203",
    name="accidental-sharing",
    severity=Severity.WARNING,
    summary="Two networks that are meant to be different get the same variables.",
    why=(
        "Whatever asks for a full name under reuse gets the variable of that name, whoever made "
        "it. AUTO_REUSE, or a scope's name that is left at its default, then makes one network "
        "of two, and nothing is raised. The rule speaks on eight kinds of evidence: a function "
        "with a scope name left at its default, or a method of two objects, is applied to its "
        "own output, and the result is compared with the input, as when two generators "
        "translate there and back, or AUTO_REUSE makes a decoder of an encoder; two different "
        "functions, called one beside the other, share "
        "some variables by AUTO_REUSE, and each has others of its own in the same scope, unless "
        "both call one function that makes just what they share, or are heads on one input that "
        "every loss needs together; two answers of one network to the same input are compared, "
        "as the lesser of two critics' is taken, or joined, as the heads of an attention are, and "
        "can't differ; two layers, one beside the "
        "other, take one input and have one name under AUTO_REUSE, and a loss needs both; a "
        "variable is assigned to "
        "itself, as when a target network is to follow another and both are one; one recurrent "
        "cell object is several layers of a stack, of which TensorFlow logs that they share "
        "their weights, or reads a sequence in both directions; or a Keras model shares a layer "
        "with the model whose output it learns to judge, and is frozen while that one trains."
    ),
    tensorflow_message=None,
    wrong="""\
import tensorflow as tf


def translate(x, scope="generator"):
    with tf.variable_scope(scope, reuse=tf.AUTO_REUSE):
        return tf.layers.dense(x, 4, name="out")


photo = tf.placeholder(tf.float32, [None, 4])
painting = translate(photo)
photo_again = translate(painting)
loss = tf.reduce_mean(tf.abs(photo - photo_again))
step = tf.train.AdamOptimizer().minimize(loss)
""",
    right="""\
import tensorflow as tf


def translate(x, scope="generator"):
    with tf.variable_scope(scope, reuse=tf.AUTO_REUSE):
        return tf.layers.dense(x, 4, name="out")


photo = tf.placeholder(tf.float32, [None, 4])
painting = translate(photo, "to_painting")
photo_again = translate(painting, "to_photo")
loss = tf.reduce_mean(tf.abs(photo - photo_again))
step = tf.train.AdamOptimizer().minimize(loss)
""",
    cannot_see=(
        "Networks that share everything without such evidence: whether a second call was to "
        "share is then the author's to say."
    ),
)

COMPARING = ("Sub", "SquaredDifference", "Loss")


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each network that is one where two were meant."""
    told: set[object] = set()
    for pair in _there_and_back(trace):
        if pair.second.defined not in told:
            told.add(pair.second.defined)
            yield _cycle(pair)
    for pair in by_chance(trace):
        key = (pair.first.defined, pair.second.defined)
        if key not in told:
            told.add(key)
            yield _chance(pair)
    for pair in always_equal(trace):
        if not {pair.second.defined, pair.second.within} & told:
            told |= {pair.second.defined, pair.second.number}
            yield _equal(pair)
    for pair in one_layer_twice(trace):
        if not {pair.second.number, pair.second.within} & told:
            told |= {pair.second.number, pair.second.within}
            yield _twice(pair)
    for pair, step in asked_frozen.asked_frozen(trace):
        if pair.second.defined not in told:
            told.add(pair.second.defined)
            yield asked_frozen.tell(RULE, pair, step)
    for one in keras_shared.shared(trace):
        yield keras_shared.tell(RULE, one)
    for cell in trace.of(CellRepeated):
        if cell.site not in told and any(end.error is None for end in trace.endings):
            told.add(cell.site)
            yield _repeated(cell)
    holding = _holding(trace)
    for event in trace.of(VariableAssigned):
        later = _calls_of(holding.get(identity(event.variable), []))
        if any(event.path[: len(one.path)] == one.path for one in later):
            continue  # it happens in such a call, which keeps what it holds: nothing is copied
        if _to_itself(event) and later and later[-1].site not in told:
            told.add(later[-1].site)
            yield _itself(event, later)


def _there_and_back(trace: Trace) -> Iterator[Twice]:
    """Pairs of calls, the second on what the first returns, compared with the first's input."""
    behind: set[Computed] = set()
    for one in minimised(trace):
        behind |= ancestors((one.loss,))
    for calls in networks(trace):
        for pair in beside(calls):
            first, second = pair.first, pair.second
            if (
                not first.library
                and holds(first) == holds(second)
                and len(first.tensors) == len(second.tensors) == 1
                and second.tensors[0] in first.results
                and (_are_two(first, second) or _are_named_by_default(first, second))
                and _compared(first.tensors[0], second.results, behind)
            ):
                yield pair
    for pair in halves_by_chance(trace):
        if _compared(pair.first.tensors[0], pair.second.results, behind):
            yield pair


def _are_two(first: FunctionCalled, second: FunctionCalled) -> bool:
    """Whether they are calls of two objects."""
    return None not in (first.receiver, second.receiver) and first.receiver != second.receiver


def _are_named_by_default(first: FunctionCalled, second: FunctionCalled) -> bool:
    return _named_by_default(first) and _named_by_default(second)


def _named_by_default(call: FunctionCalled) -> bool:
    """Whether the scope of its variables is a parameter that was left at its default."""
    names = {value.strip("'\"") for _, value in call.defaults}
    return all(names & set(variable.name.split("/")[:-1]) for variable in call.held)


def _compared(one: Computed, others: Sequence[Computed], nodes: set[Computed]) -> bool:
    """Whether some operation takes both, or what only passes them on."""
    results = set(others)
    for node in nodes:
        if node.op in COMPARING:
            inputs = {passed_on(part) for part in node.inputs}
            if one in inputs and inputs & results:
                return True
    return False


def _to_itself(event: VariableAssigned) -> bool:
    """Whether a variable is assigned its own value, or a mean of it with itself."""
    target = identity(event.variable)
    if len(event.values) != 1:
        return False
    value = passed_on(event.values[0])
    if (value.graph, value.variable) == target:
        return True
    return (
        value.op in ("AddV2", "Add")
        and len(value.inputs) == 2
        and all(variables_in(ancestors((part,))) == {target} for part in value.inputs)
    )


def _holding(trace: Trace) -> dict[tuple[int, str], list[FunctionCalled]]:
    """The calls that hold each variable."""
    found: dict[tuple[int, str], list[FunctionCalled]] = {}
    for call in trace.of(FunctionCalled):
        for one in () if call.library else holds(call):
            found.setdefault(one, []).append(call)
    return found


def _calls_of(holding: list[FunctionCalled]) -> list[FunctionCalled]:
    """Those of the calls that are of one function, if there are several."""
    calls = [call for call in holding if call.defined == holding[0].defined]
    return calls if len(calls) > 1 else []


def _names(call: FunctionCalled, common: frozenset[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(v.name.removesuffix(":0") for v in call.held if identity(v) in common)


def _cycle(pair: Twice) -> Finding:
    first, second = pair.first, pair.second
    names = _names(second, holds(first))
    name = called(second)
    return finding(
        RULE,
        second,
        f"this call of `{name}` has the same variables, {listing(names)}, as the call whose "
        "output it takes, and its result is compared with that call's input: there and back are "
        "one network",
        variable=names[0],
        variables=names,
        related=(Label(first.site, "the first of the two"),),
        help="give each of the two a scope of its own",
    )


def _chance(pair: Twice) -> Finding:
    first, second = pair.first, pair.second
    names = _names(second, holds(first))
    one, other = called(first), called(second)
    return finding(
        RULE,
        second,
        f"`{other}` gets {listing(names)} from `{one}`, called at "
        f"{place(first.site, second.site)}: AUTO_REUSE shares whatever has the same name",
        variable=names[0],
        variables=names,
        related=(Label(first.site, "made in this call"),),
        help=f"open a tf.variable_scope of its own in `{one}` and in `{other}`",
    )


def _equal(pair: Twice) -> Finding:
    first, second = pair.first, pair.second
    names = _names(second, holds(first))
    return finding(
        RULE,
        second,
        f"this call of `{called(second)}` gets the inputs of the one at "
        f"{place(first.site, second.site)} and its variables, {listing(names)}: the two answers "
        "are always equal, and the program compares such answers, or joins them",
        variable=names[0],
        variables=names,
        related=(Label(first.site, "called here first"),),
        help="open another tf.variable_scope for the second network",
    )


def _twice(pair: Twice) -> Finding:
    first, second = pair.first, pair.second
    names = _names(second, holds(first))
    return finding(
        RULE,
        second,
        f"this layer is the one at {place(first.site, second.site)}: it has the same name, and so "
        f"gets {listing(names)} by AUTO_REUSE, and computes the same from the same input",
        variable=names[0],
        variables=names,
        related=(Label(first.site, "made here first"),),
        help="give each of the two layers a name of its own",
    )


def _repeated(event: CellRepeated) -> Finding:
    if event.layers:
        message = (
            f"{event.layers} layers of this stack are one cell object, and so share its weights"
        )
        help = "make a cell for each layer: [make_cell() for _ in range(layers)]"
    else:
        message = "both directions are read by one cell object: they share its weights"
        help = "make another cell for the other direction"
    return finding(RULE, event, message, help=help)


def _itself(event: VariableAssigned, calls: Sequence[FunctionCalled]) -> Finding:
    first, second = calls[0], calls[-1]
    name = event.variable.name.removesuffix(":0")
    return finding(
        RULE,
        second,
        f"this call shares {quoted(name)} with the call at {place(first.site, second.site)}, and "
        "the program copies one to the other: a variable is assigned to itself",
        variable=name,
        variables=_names(second, holds(first)),
        related=(
            Label(first.site, "called here first"),
            Label(event.site, "assigned to itself here"),
        ),
        help="open another tf.variable_scope for the second call",
    )
