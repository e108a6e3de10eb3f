"""SCO202: a network is called again and gets variables of its own, though sharing was meant.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/variable_scope
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scopecheck.rules.build import finding
from scopecheck.rules.computation import Variables, ancestors, is_lost
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.losses import Minimised, minimised, trainables
from scopecheck.rules.networks import (
    Twice,
    beside,
    called_again,
    copied,
    holds,
    independent,
    networks,
    trained_behind,
    unshared,
)
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import listing, place
from scopecheck.trace import FunctionCalled, Reuse, Trace, Variable

RULE = Rule(
    code="SCO202",
    name="not-shared",
    severity=Severity.WARNING,
    summary="A network is called again and gets variables of its own, though sharing was meant.",
    why=(
        "TensorFlow shares variables that get_variable finds under the same full name, and "
        "nothing else. A tf.Variable, a layer without a name, a scope from default_name, another "
        "scope name or layers that are built anew give the second call its own weights. Nothing "
        "is raised: the GAN's discriminator then judges real and fake images with different "
        "weights. The rule speaks where the inputs of the two calls are independent, no further "
        "call shares one of the two copies, and one of two things shows that sharing was meant: "
        "reuse was asked for and has no effect; or one input is computed from variables that "
        "are trained elsewhere and the other is not (a fake against a real image), both outputs "
        "reach one minimised loss, and the loss of another trainer is reached by the fake alone."
    ),
    tensorflow_message=None,
    wrong="""\
import tensorflow as tf


def discriminator(image, name):
    with tf.variable_scope(name):
        return tf.layers.dense(image, 1, name="logits")


noise = tf.placeholder(tf.float32, [None, 2])
real = tf.placeholder(tf.float32, [None, 4])
with tf.variable_scope("generator"):
    fake = tf.layers.dense(noise, 4)
on_real = discriminator(real, "on_real")
on_fake = discriminator(fake, "on_fake")
d_loss = tf.reduce_mean(on_fake) - tf.reduce_mean(on_real)
g_loss = -tf.reduce_mean(on_fake)
d_variables = tf.trainable_variables("on_")
g_variables = tf.trainable_variables("generator")
d_step = tf.train.AdamOptimizer().minimize(d_loss, var_list=d_variables)
g_step = tf.train.AdamOptimizer().minimize(g_loss, var_list=g_variables)
""",
    right="""\
import tensorflow as tf


def discriminator(image, reuse=False):
    with tf.variable_scope("discriminator", reuse=reuse):
        return tf.layers.dense(image, 1, name="logits")


noise = tf.placeholder(tf.float32, [None, 2])
real = tf.placeholder(tf.float32, [None, 4])
with tf.variable_scope("generator"):
    fake = tf.layers.dense(noise, 4)
on_real = discriminator(real)
on_fake = discriminator(fake, reuse=True)
d_loss = tf.reduce_mean(on_fake) - tf.reduce_mean(on_real)
g_loss = -tf.reduce_mean(on_fake)
d_variables = tf.trainable_variables("discriminator")
g_variables = tf.trainable_variables("generator")
d_step = tf.train.AdamOptimizer().minimize(d_loss, var_list=d_variables)
g_step = tf.train.AdamOptimizer().minimize(g_loss, var_list=g_variables)
""",
    cannot_see=(
        "Networks written out twice instead of called twice, copies that no minimised loss "
        "connects, and inputs that the analysis cannot follow. Copies that are separate on "
        "purpose (target networks, towers with scopes of their own, ensembles) are silent."
    ),
)

ON = (Reuse.ON, Reuse.AUTO)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why sharing was meant: in words, and where it is seen."""

    words: str
    labels: tuple[Label, ...] = ()


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each later call of a network that should have shared."""
    losses = minimised(trace)
    trainable = frozenset(trainables(trace))
    told: set[int] = set()
    for calls in networks(trace):
        for pair in beside(calls):
            if pair.second.number in told or _inside_told(pair.second, told):
                continue
            evidence = _evidence(pair, calls, losses, trainable)
            if evidence is not None and not copied(trace, pair):
                told.add(pair.second.number)
                yield _finding(pair, evidence)


def _inside_told(call: FunctionCalled, told: set[int]) -> bool:
    return call.within in told


def _evidence(
    pair: Twice, calls: Sequence[FunctionCalled], losses: list[Minimised], trainable: Variables
) -> Evidence | None:
    if not unshared(pair) or called_again(pair, calls) or not independent(pair.first, pair.second):
        return None
    return _reuse(pair) or _fake_and_real(pair, losses, trainable)


def _reuse(pair: Twice) -> Evidence | None:
    """Reuse was asked for, in the same scope with the same arguments, and has no effect."""
    first, second = pair.first, pair.second
    if first.scope.name != second.scope.name or _plain(first) != _plain(second):
        return None
    passed = [name for name, value in second.arguments if _is_reuse(name, value)]
    if passed:
        return Evidence(f"`{passed[0]}` is passed to this call")
    if second.library and not (second.scope.reuse in ON and first.site != second.site):
        return None
    if second.scope.reuse in ON:
        source = second.scope.source
        labels = (Label(source.site, "reuse is asked for here"),) if source is not None else ()
        return Evidence("the scope in force asks for reuse", labels)
    if not second.library and second.asked & set(ON):
        return Evidence("a scope inside it asks for reuse")
    return None


def _plain(call: FunctionCalled) -> tuple[tuple[str, str], ...]:
    """The arguments without those that only switch reuse."""
    return tuple(sorted(one for one in call.arguments if not _is_switch(one[0])))


def _is_switch(name: str) -> bool:
    return "reuse" in name.lower()


def _is_reuse(name: str, value: str) -> bool:
    return _is_switch(name) and value in ("True", "tf.AUTO_REUSE", "1")


def _fake_and_real(pair: Twice, losses: list[Minimised], trainable: Variables) -> Evidence | None:
    """One input comes from variables trained elsewhere, and a common loss compares the two."""
    first, second = pair.first, pair.second
    if first.library:
        return None
    own = holds(first) | holds(second)
    behind_first = trained_behind(first.tensors, own, trainable)
    behind_second = trained_behind(second.tensors, own, trainable)
    if bool(behind_first) == bool(behind_second):
        return None
    fake, real = (first, second) if behind_first else (second, first)
    if is_lost(ancestors(real.tensors)):
        return None
    common = [one for one in losses if _reaches(real, one) and _reaches(fake, one)]
    alone = [one for one in losses if _reaches(fake, one) and not _reaches(real, one)]
    if not common or not alone:
        return None
    return Evidence(
        "one call judges what trained variables produce, the other does not, and one loss "
        "compares the two",
        (
            Label(common[0].event.site, "this loss needs both outputs"),
            Label(alone[0].event.site, "this one trains what only one of them judges"),
        ),
    )


def _reaches(call: FunctionCalled, loss: Minimised) -> bool:
    return any(one in loss.behind for one in call.results)


def _finding(pair: Twice, evidence: Evidence) -> Finding:
    first, second = pair.first, pair.second
    differing = unshared(pair)
    names = tuple(_key(other) for _, other in differing)
    name = second.function.rsplit(".", 1)[-1] if not second.library else second.function
    whole = len(differing) == len(second.held)
    count = "one variable" if len(differing) == 1 else f"{len(differing)} variables"
    what = "variables of its own" if whole else f"{count} of its own"
    return finding(
        RULE,
        second,
        f"this call of `{name}` gets {what}, {listing(names)}, and does not share with the call "
        f"at {place(first.site, second.site)}; {evidence.words}",
        variable=names[0],
        variables=names,
        related=(
            Label(first.site, f"called here first: holds {listing(_keys(differing))}"),
            Label(differing[0][1].site, "made anew here"),
            *evidence.labels,
        ),
        help=_help(pair, differing),
    )


def _keys(differing: Sequence[tuple[Variable, Variable]]) -> tuple[str, ...]:
    return tuple(_key(one) for one, _ in differing)


def _key(variable: Variable) -> str:
    return variable.key or variable.name.removesuffix(":0")


def _help(pair: Twice, differing: Sequence[tuple[Variable, Variable]]) -> str:
    made = differing[0][1]
    if made.key is None:
        return (
            "make it with tf.get_variable: tf.Variable always makes a new one, whatever the "
            "scope's reuse"
        )
    if pair.second.library:
        return "give both calls the same name=, under a scope that reuses"
    return (
        "open the same tf.variable_scope by the same name in both calls, and pass reuse=True "
        "(or tf.AUTO_REUSE) to the second"
    )
