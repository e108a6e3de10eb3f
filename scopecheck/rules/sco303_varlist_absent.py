"""SCO303: minimize without var_list also trains a network that has a loss of its own.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/train/Optimizer#minimize
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scopecheck.rules.build import finding
from scopecheck.rules.computation import Variables, ancestors, behind_gradient, variables_in
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.losses import Minimised, minimised, trainables
from scopecheck.rules.networks import beside, holds, networks, trained_behind
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import listing, place
from scopecheck.trace import Computed, FunctionCalled, Trace

RULE = Rule(
    code="SCO303",
    name="varlist-absent",
    severity=Severity.WARNING,
    summary="minimize without var_list also trains a network that has a loss of its own.",
    why=(
        "Without var_list, minimize trains every trainable variable that the loss reaches. A "
        "discriminator's loss reaches the generator through the fake images, and a generator's "
        "loss reaches the discriminator that judges them: each step then trains the other "
        "network for the wrong side. The rule speaks where a network is called twice on shared "
        "variables, once on what other trained variables produce and once not, one loss needs "
        "both outputs, another only the first, and one of the two minimises without a list. Or a "
        "list trains the judge on its second input alone, as an actor's critic, and the loss "
        "that minimises without a list is nothing but the judge's answer to the first, or to the "
        "only one. Or both inputs come from trained networks: then a list must name these and "
        "spare the judge, and the loss without a list be nothing but the two answers."
    ),
    tensorflow_message=None,
    wrong="""\
import tensorflow as tf


def discriminator(image, reuse=False):
    with tf.variable_scope("discriminator", reuse=reuse):
        return tf.layers.dense(image, 1)


real = tf.placeholder(tf.float32, [None, 4])
fake = tf.layers.dense(tf.placeholder(tf.float32, [None, 2]), 4, name="generator")
on_real = discriminator(real)
on_fake = discriminator(fake, reuse=True)
d_loss = tf.reduce_mean(on_fake) - tf.reduce_mean(on_real)
g_loss = -tf.reduce_mean(on_fake)
listed = tf.trainable_variables("discriminator")
d_step = tf.train.AdamOptimizer().minimize(d_loss, var_list=listed)
g_step = tf.train.AdamOptimizer().minimize(g_loss)
""",
    right="""\
import tensorflow as tf


def discriminator(image, reuse=False):
    with tf.variable_scope("discriminator", reuse=reuse):
        return tf.layers.dense(image, 1)


real = tf.placeholder(tf.float32, [None, 4])
fake = tf.layers.dense(tf.placeholder(tf.float32, [None, 2]), 4, name="generator")
on_real = discriminator(real)
on_fake = discriminator(fake, reuse=True)
d_loss = tf.reduce_mean(on_fake) - tf.reduce_mean(on_real)
g_loss = -tf.reduce_mean(on_fake)
listed = tf.trainable_variables("discriminator")
d_step = tf.train.AdamOptimizer().minimize(d_loss, var_list=listed)
g_step = tf.train.AdamOptimizer().minimize(g_loss, var_list=tf.trainable_variables("generator"))
""",
    cannot_see=(
        "Networks that work together in other ways than a judge and what it judges, and losses "
        "that the analysis cannot follow."
    ),
)


LINEAR = ("Neg", "Mean", "Sum", "Mul", "RealDiv", "Squeeze", "Reshape", "Identity")
CONSTANT = ("Const", "OnesLike", "ZerosLike", "Fill", "Ones", "Zeros")


@dataclass(frozen=True, slots=True)
class Contest:
    """A network that judges what others produce against what they don't.

    fake, real: its two calls; judge: its variables; producer: those behind the fake input.
    """

    fake: FunctionCalled
    real: FunctionCalled
    judge: Variables
    producer: Variables


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each minimize without a list that trains both sides."""
    every = minimised(trace)
    told: set[object] = set()
    for contest in _contests(trace):
        sides = [one for one in every if _side(one, contest) == "judge"]
        others = [one for one in every if _side(one, contest) == "producer"]
        critics = [one for one in every if _is_critic(one, contest)]
        for one in (*sides, *others):
            opponents = others if one in sides else sides
            if one in others and _asks_only(one, *contest.fake.results):
                opponents = [*sides, *critics]
            against = contest.producer if one in sides else contest.judge
            unwanted = one.trained & against
            opponent = next((o for o in opponents if o.trained & against), None)
            if one.event.var_list is not None or not unwanted or opponent is None:
                continue
            joint = opponent.loss in ancestors((one.loss,))
            if not joint and one.event.site not in told:
                told.add(one.event.site)
                yield _finding(one, opponent, unwanted)
    for one in every:
        opponent = _critic_of(one, every) or _spared_by(one, every, trace)
        if opponent is not None and one.event.site not in told:
            told.add(one.event.site)
            yield _finding(one, opponent, one.trained & opponent.trained)


def _asked(one: Minimised) -> Computed:
    """What a loss raises or lowers, where it is nothing but the mean of it."""
    node = one.loss
    while node.op in LINEAR:
        data = [part for part in node.inputs if part.inputs or part.variable is not None]
        if len(data) != 1:
            break
        node = data[0]
    return node


def _critic_of(one: Minimised, every: Sequence[Minimised]) -> Minimised | None:
    """Whose list trains the network that answers, by data of its own, for what this one raises.

    The answer is computed from trained variables outside that list as well.
    """
    answer = _asked(one)
    if one.event.var_list is not None or answer is one.loss:
        return None
    for critic in every:
        listed = critic.trained & variables_in(behind_gradient((answer,)))
        if critic.event.var_list is None or not listed or answer not in critic.behind:
            continue
        if listed < one.trained and _asked(critic) is not answer and not _asks_only(critic, answer):
            return critic
    return None


def _spared_by(one: Minimised, every: Sequence[Minimised], trace: Trace) -> Minimised | None:
    """Whose list trains what a judge is shown, and spares the judge that only this one trains.

    Both of the judge's inputs come from trained variables, and this loss is nothing but the
    two answers.
    """
    if one.event.var_list is not None:
        return None
    for first, second, judge in _judged(trace):
        shown = variables_in(ancestors((*first.tensors, *second.tensors))) - judge
        answers = (*first.results, *second.results)
        if not judge <= one.trained or not _asks_only(one, *answers):
            continue
        for other in every:
            against = other.event.var_list is not None and other.trained <= shown
            joint = other.loss in ancestors((one.loss,)) or one.loss in ancestors((other.loss,))
            if against and other.trained & one.trained and judge <= other.reached and not joint:
                return other
    return None


def _judged(trace: Trace) -> Iterator[tuple[FunctionCalled, FunctionCalled, Variables]]:
    """Two calls of a network on shared variables, and these."""
    trainable = frozenset(trainables(trace))
    for calls in networks(trace):
        for pair in beside(calls):
            judge = holds(pair.first) & holds(pair.second) & trainable
            if judge and not pair.first.library:
                yield pair.first, pair.second, judge


def _contests(trace: Trace) -> Iterator[Contest]:
    trainable = frozenset(trainables(trace))
    for one, other, judge in _judged(trace):
        first = trained_behind(one.tensors, judge, trainable)
        second = trained_behind(other.tensors, judge, trainable)
        if bool(first) != bool(second):
            fake, real = (one, other) if first else (other, one)
            yield Contest(fake, real, judge, first or second)


def _side(one: Minimised, contest: Contest) -> str | None:
    """Whose loss it is: the judge's needs both outputs, the producer's the fake one alone."""
    fake = any(part in one.behind for part in contest.fake.results)
    real = any(part in one.behind for part in contest.real.results)
    if not fake:
        return None
    return "judge" if real else "producer"


def _is_critic(one: Minimised, contest: Contest) -> bool:
    """Whether a list names the judge alone, to train it on what the producer didn't make."""
    judged = any(part in one.behind for part in contest.real.results)
    return one.event.var_list is not None and judged and bool(one.trained <= contest.judge)


def _asks_only(one: Minimised, *answers: Computed) -> bool:
    """Whether a loss depends on no other data than the judge's answer does.

    A loss with labels of its own trains judge and producer together, on purpose.
    """
    known = ancestors(answers)
    return all(
        part in known
        for part in ancestors((one.loss,))
        if not part.inputs and part.variable is None and part.op not in CONSTANT
    )


def _finding(one: Minimised, opponent: Minimised, unwanted: Variables) -> Finding:
    names = tuple(sorted(name.removesuffix(":0") for _, name in unwanted))
    return finding(
        RULE,
        one.event,
        f"minimize without var_list also trains {listing(names)}, which the optimizer at "
        f"{place(opponent.event.site, one.event.site)} trains for another loss",
        variable=names[0],
        variables=names,
        related=(Label(opponent.event.site, "the other side is trained here"),),
        help='pass var_list=tf.trainable_variables("scope/"), the scope of the network to train',
    )
