"""SCO103: get_variable is to share what tf.Variable made.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/variable_scope
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scopecheck.rules.build import about_request, finding
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.made_in_passes import MadeAgain, made_again
from scopecheck.rules.refusals import refused, variables_of_templates
from scopecheck.rules.rule import Rule
from scopecheck.rules.unshared import tell, unmeant
from scopecheck.rules.wording import listing, place, quoted, reuse_labels
from scopecheck.trace import ArgumentRefused, Trace, VariableMade, VariableRequested

RULE = Rule(
    code="SCO103",
    name="reuse-tf-variable",
    severity=Severity.ERROR,
    summary="A variable that tf.Variable made is to be shared.",
    why=(
        "Only get_variable, and the layers built on it, write a variable into the store that "
        "reuse=True reads. tf.Variable always makes a new variable and tells the store nothing: "
        "its name looks the same, and cannot be found. Where the second call under reuse=True "
        "makes its variables by tf.Variable again, nothing is raised, and each call has weights "
        "of its own (a warning). The same goes for passes of a loop whose scope reuses from the "
        "second one on, and shares other variables."
    ),
    tensorflow_message=(
        "Variable foo/v does not exist, or was not created with tf.get_variable(). Did you mean "
        "to set reuse=tf.AUTO_REUSE in VarScope?"
    ),
    wrong="""\
import tensorflow as tf

with tf.variable_scope("foo"):
    v = tf.Variable(tf.zeros([2, 3]), name="v")
with tf.variable_scope("foo", reuse=True):
    same = tf.get_variable("v", [2, 3])
""",
    right="""\
import tensorflow as tf

with tf.variable_scope("foo"):
    v = tf.get_variable("v", [2, 3], initializer=tf.zeros_initializer())
with tf.variable_scope("foo", reuse=True):
    same = tf.get_variable("v", [2, 3])
""",
    cannot_see="A tf.Variable whose name is computed in a way that the analysis cannot follow.",
)


def check(trace: Trace) -> Iterator[Finding]:
    """The look-ups that no tf.Variable can answer, then calls that make theirs anew."""
    for request in refused(trace, RULE.code):
        yield about_request(
            RULE,
            request,
            f"{quoted(request.name)} was made by tf.Variable, which get_variable cannot find and "
            "so cannot share",
            related=_labels(request),
            help=_help(request),
        )
    told: set[str] = set()
    for event, made in variables_of_templates(trace):
        told |= {one.variable.name for one in made}
        yield _in_template(event, made)
    for apart in unmeant(trace):
        if apart.remade:
            told |= {second.name for _, second in apart.differing}
            yield tell(RULE, apart, trace)
    for again in made_again(trace):
        if again.second.variable.name not in told:
            yield _in_loop(again)


def _in_template(event: ArgumentRefused, made: Sequence[VariableMade]) -> Finding:
    names = tuple(dict.fromkeys(one.variable.name.removesuffix(":0") for one in made))
    return finding(
        RULE,
        event,
        f"this call of a template makes {listing(names)} anew, which only its first call may do: "
        "a template shares what get_variable makes, and nothing else",
        variable=names[0],
        variables=names,
        related=(Label(made[0].site, "made here, by tf.Variable"),),
        help="make it with tf.get_variable, or outside the template",
    )


def _in_loop(again: MadeAgain) -> Finding:
    first, second = (one.variable.name.removesuffix(":0") for one in (again.first, again.second))
    return finding(
        RULE,
        again.second,
        f"{quoted(second)} is made anew in a later pass of the loop, beside {quoted(first)}: "
        "tf.Variable takes no notice of the scope's reuse",
        variable=second,
        variables=(second,),
        related=reuse_labels(again.second.scope),
        severity=Severity.WARNING,
        help="make it with tf.get_variable, which shares it as it shares the others of the scope",
    )


def _labels(request: VariableRequested) -> Iterator[Label]:
    if request.plain is not None:
        yield Label(request.plain.site, "first created here, by tf.Variable")
    yield from reuse_labels(request.scope)


def _help(request: VariableRequested) -> str | None:
    if request.plain is None:
        return None
    name = request.name.rpartition("/")[2]
    where = place(request.plain.site, request.site)
    return f'at {where}, create it with tf.get_variable("{name}", ...) instead of tf.Variable'
