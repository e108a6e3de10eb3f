"""SCO204: reuse_variables() is still in force for code that it was not meant for.

https://github.com/tensorflow/tensorflow/issues/22009
"""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules.build import about_request
from scopecheck.rules.finding import Finding, Severity
from scopecheck.rules.refusals import refused
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import place, quoted, reuse_labels, scope_words
from scopecheck.trace import ReuseSource, Site, Trace

RULE = Rule(
    code="SCO204",
    name="reuse-leak",
    severity=Severity.ERROR,
    summary="An earlier reuse_variables() keeps a later variable from being created.",
    why=(
        "reuse_variables() switches a scope object and there is no call to switch it back: an "
        "open scope shares only until its `with` block ends, a scope object that was kept does "
        "so each time it is opened again, and the root scope does for the rest of the graph. "
        "Code further on that creates something new then fails."
    ),
    tensorflow_message=(
        "Variable b/w does not exist, or was not created with tf.get_variable(). Did you mean "
        "to set reuse=tf.AUTO_REUSE in VarScope?"
    ),
    wrong="""\
import tensorflow as tf


def network(name, image):
    with tf.variable_scope(name):
        return tf.matmul(image, tf.get_variable("w", [4, 1]))


one = network("a", tf.placeholder(tf.float32, [None, 4]))
tf.get_variable_scope().reuse_variables()
same = network("a", tf.random_normal([8, 4]))
other = network("b", tf.random_normal([8, 4]))
""",
    right="""\
import tensorflow as tf


def network(name, image):
    with tf.variable_scope(name):
        return tf.matmul(image, tf.get_variable("w", [4, 1]))


one = network("a", tf.placeholder(tf.float32, [None, 4]))
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    same = network("a", tf.random_normal([8, 4]))
other = network("b", tf.random_normal([8, 4]))
""",
    cannot_see="A reuse_variables() call on a scope object that the analysis cannot follow.",
)


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each creation that a reuse_variables() elsewhere prevents."""
    for request in refused(trace, RULE.code):
        source = request.scope.source
        if source is None:
            continue
        yield about_request(
            RULE,
            request,
            f"the variable {quoted(request.name)} is new here and cannot be created, because "
            f"reuse_variables() on {scope_words(source.scope)} is still in force",
            related=reuse_labels(request.scope),
            help=_help(source, request.site),
        )


def _help(source: ReuseSource, here: Site) -> str:
    where = place(source.site, here)
    if not source.scope:
        return (
            f"replace reuse_variables() at {where} by `with tf.variable_scope("
            "tf.get_variable_scope(), reuse=True):` around the calls that are to share"
        )
    return (
        f'replace reuse_variables() at {where} by `with tf.variable_scope("{source.scope}", '
        "reuse=True):` around the calls that are to share, or open the scope here by its name"
    )
