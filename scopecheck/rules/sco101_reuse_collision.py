"""SCO101: a name that exists is asked for again, without reuse.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/get_variable
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import dropwhile, takewhile

from scopecheck.rules.build import about_request
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.history import before, opening, renumbering, reopening
from scopecheck.rules.paths import parting, step
from scopecheck.rules.refusals import is_slot, refused
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import (
    Happening,
    called,
    first_label,
    place,
    quoted,
    scope_words,
    second_call,
)
from scopecheck.trace import (
    FunctionCalled,
    LossMinimized,
    ScopeEntered,
    SessionRun,
    Site,
    Trace,
    Variable,
    VariableRequested,
)

RULE = Rule(
    code="SCO101",
    name="reuse-collision",
    severity=Severity.ERROR,
    summary="A variable that exists is asked for a second time, without reuse.",
    why=(
        "get_variable makes a variable the first time it hears a name. The second time it has "
        "to know whether you mean the same variable: only then, with reuse=True or "
        "tf.AUTO_REUSE on the scope, does it return the one that exists. Otherwise it stops. "
        "A network that is called twice (a discriminator on real and on generated images) asks "
        "for all its names twice."
    ),
    tensorflow_message=(
        "Variable d/w already exists, disallowed. Did you mean to set reuse=True or "
        "reuse=tf.AUTO_REUSE in VarScope?"
    ),
    wrong="""\
import tensorflow as tf


def discriminator(image):
    with tf.variable_scope("d"):
        w = tf.get_variable("w", [4, 1])
        return tf.matmul(image, w)


real = discriminator(tf.placeholder(tf.float32, [None, 4]))
fake = discriminator(tf.random_normal([8, 4]))
""",
    right="""\
import tensorflow as tf


def discriminator(image, reuse=None):
    with tf.variable_scope("d", reuse=reuse):
        w = tf.get_variable("w", [4, 1])
        return tf.matmul(image, w)


real = discriminator(tf.placeholder(tf.float32, [None, 4]))
fake = discriminator(tf.random_normal([8, 4]), reuse=True)
""",
    cannot_see=(
        "Requests whose names are computed in a way that the analysis cannot follow, and "
        "requests in a scope whose reuse comes from an argument that nothing in the project "
        "passes."
    ),
)


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each request of a name that is taken."""
    for request in refused(trace, RULE.code):
        scope = _scope(trace, request)
        yield about_request(
            RULE,
            request,
            f"the variable {quoted(request.name)} exists already, and this call does not share it",
            related=_labels(request, scope),
            help=_help(trace, request, scope),
        )


def _scope(trace: Trace, request: VariableRequested) -> ScopeEntered | None:
    """The scope to speak of: the one opened anew, else the one around the request."""
    found = reopening(trace, request)
    if found is None and is_slot(request):
        found = renumbering(trace, request)
    return found or opening(trace, request)


def _labels(request: VariableRequested, scope: ScopeEntered | None) -> Iterator[Label]:
    if request.variable is not None:
        yield first_label(request.variable, request.site, request.path)
    if scope is not None and scope.scope.name:
        how = "again here" if is_slot(request) else "here, without reuse"
        yield Label(scope.site, f"{scope_words(scope.scope.name)} is opened {how}")


def _help(trace: Trace, request: VariableRequested, scope: ScopeEntered | None) -> str | None:
    if request.variable is None:
        return None
    if is_slot(request):
        outer = scope_words(scope.scope.name if scope is not None else "")
        kind = "moving averages" if request.purpose == "average" else "optimizers"
        return (
            f"pass `name=` to one of the two {kind}, or build both before {outer} is opened again "
            f"by name: from then on TensorFlow numbers what {kind} make in it from the start"
        )
    call = second_call(request.variable, request.path)
    looped = request.path == request.variable.path
    where = place(_repeated(trace, request) if looped else call, request.site)
    if looped and _is_run_between(trace, request):
        return (
            f"the loop around {where} runs the session, and builds it again in each pass: build "
            "it once, before the loop, and run what it gives in the loop"
        )
    if scope is None or not scope.scope.name:
        passes = f"what the loop around {where} does, in all passes but the first,"
        again = passes if looped else f"the call at {where}"
        anew = (
            "begin each pass with tf.reset_default_graph() to have a new model in each"
            if looped and len(request.path) > 1 + (not trace.closed)
            else "to have two variables, open another variable_scope or use another name"
        )
        optimizes = not trace.before_one and _holds(trace.of(LossMinimized), request)
        return (
            f"to share it, put {again} into `with tf.variable_scope(tf.get_variable_scope(), "
            f"reuse={'tf.AUTO_REUSE' if optimizes else 'True'}):`; {anew}"
        )
    if not looped and _holds(trace.of(SessionRun), request):
        return (
            f"the call at {where} builds it again: build it once, and let each call run the "
            "session only; or build each in a tf.Graph() of its own"
        )
    switch = _switch(trace, scope)
    if not looped and not switch and _rebuilds(request.variable, request, scope):
        return (
            f"the call at {where} builds it again: to share it, put that call into `with "
            "tf.variable_scope(tf.get_variable_scope(), "
            f"reuse={'True' if trace.before_one else 'tf.AUTO_REUSE'}):`; to have two models, "
            "build each in a tf.Graph() of its own, or call tf.reset_default_graph() before the "
            "second"
        )
    if not looped and _in_one_opening(trace, request, scope):
        return (
            f"to share it, put the call at {where} into `with "
            "tf.variable_scope(tf.get_variable_scope(), reuse=True):`; to have two variables, "
            "give what it makes another name, or a scope of its own"
        )
    name = scope.scope.name.rpartition("/")[2]
    if looped:
        again = f"in all passes of the loop around {where} but the first"
    elif call == request.site or not _was_open(trace, scope):
        again = f"at {place(scope.site, request.site)}"
    else:
        where = place(_caller(request.variable, request, scope), request.site)
        again = f"for the second call (at {where}){switch}"
    return (
        f'to share it, pass reuse=True to variable_scope("{name}") {again}; '
        "to have two variables, give the second one another scope or name"
    )


def _in_one_opening(trace: Trace, request: VariableRequested, scope: ScopeEntered) -> bool:
    """Whether the variable was made since the scope was opened: its reuse is for both calls."""
    return any(
        isinstance(event, VariableRequested)
        and event.outcome == "created"
        and event.variable == request.variable
        for event in _since(trace, scope, request)
    )


def _since(trace: Trace, scope: ScopeEntered, request: VariableRequested) -> Iterator[Happening]:
    """What happened between two events."""
    events = dropwhile(lambda event: event is not scope, trace.events)
    return takewhile(lambda event: event is not request, events)


def _is_run_between(trace: Trace, request: VariableRequested) -> bool:
    """Whether a session ran what a pass built before the next pass came to the request."""
    made = False
    for event in trace.events:
        if event is request:
            return False
        if isinstance(event, VariableRequested):
            made = made or (event.outcome == "created" and event.path == request.path)
        elif made and isinstance(event, SessionRun):
            return True
    return False


def _holds(events: Iterable[Happening], request: VariableRequested) -> bool:
    """Whether such an event lies in the call that made the variable, of the function called again.

    A second call comes to it too, after it has got past the request.
    """
    if request.variable is None:
        return False
    first, second = request.variable.path, request.path
    turn = parting(first, second)
    one, other = step(first, turn + 1), step(second, turn + 1)
    if one is None or other is None:
        return False
    alike = (one.file, one.cell, one.function) == (other.file, other.cell, other.function)
    return alike and any(event.path[: turn + 1] == first[: turn + 1] for event in events)


def _switch(trace: Trace, scope: ScopeEntered) -> str:
    """The parameter by which the function that opens the scope is told to reuse, in words."""
    for event in trace.of(FunctionCalled):
        opens = (event.function, event.defined.file) == (scope.site.function, scope.site.file)
        for name, _ in (*event.arguments, *event.defaults) if opens else ():
            if "reuse" in name.lower():
                return f", through `{name}` of `{called(event)}`"
    return ""


def _repeated(trace: Trace, request: VariableRequested) -> Site:
    """The outermost call on the way to the request that has been made before, in a loop."""
    before = [
        len(event.path)
        for event in trace.of(FunctionCalled)
        if not event.library and event.path == request.path[: len(event.path)]
        if trace.closed or len(event.path) > 1  # nobody calls an entry that is checked on its own
    ]
    return request.path[min(before, default=len(request.path)) - 1]


def _was_open(trace: Trace, scope: ScopeEntered) -> bool:
    """Has the same `with` opened a scope before, in an earlier call?"""
    return any(
        isinstance(event, ScopeEntered) and event.site == scope.site
        for event in before(trace, scope)
    )


def _rebuilds(variable: Variable, request: VariableRequested, scope: ScopeEntered) -> bool:
    """Whether two functions outside each build the whole of what is around the scope.

    Then they come to the scope by one call, which is the last on both ways.
    """
    turn, opener = parting(variable.path, request.path), len(scope.path) - 2
    if turn >= opener or turn + 1 >= min(len(variable.path), len(request.path)):
        return False
    return (
        variable.path[turn + 1].function != request.path[turn + 1].function
        and variable.path[-2:] == request.path[-2:]
    )


def _caller(variable: Variable, request: VariableRequested, scope: ScopeEntered) -> Site:
    """Where reuse has to be asked for: the call of the function that opens the scope.

    Where both calls of the network are further in than that, the second of them; where both
    come by that one call, the one in which they part.
    """
    turn, opener = parting(variable.path, request.path), len(scope.path) - 2
    call = request.path[max(turn, opener)]
    return request.path[turn] if call in variable.path else call
