"""SCO302: a list meant for one network also holds variables of another.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/get_collection
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from scopecheck.rules.answers import agreed
from scopecheck.rules.build import finding
from scopecheck.rules.chance import by_chance
from scopecheck.rules.computation import Variables
from scopecheck.rules.contests import BothSides, both_sides, opposed
from scopecheck.rules.exchanged import exchanged
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.inside_words import inside_words
from scopecheck.rules.losses import Minimised, minimised, trainables
from scopecheck.rules.networks import holds, identity
from scopecheck.rules.rule import Rule
from scopecheck.rules.split_networks import split
from scopecheck.rules.trained_copies import tell, trained_copies
from scopecheck.rules.wording import listing, place, trainer
from scopecheck.trace import FunctionCalled, Trace, compatible

RULE = Rule(
    code="SCO302",
    name="varlist-overlap",
    severity=Severity.WARNING,
    summary="A list meant for one network also holds variables of another that has its own list.",
    why=(
        "The scope= of tf.get_collection and tf.trainable_variables is a regular expression that "
        'is matched at the beginning of the name: "gen" also matches gen_back/. `"d_" in '
        "v.name` also matches hid_d_w. The optimizer of one network then trains part of another, "
        "against that one's own optimizer. The rule speaks where a list takes a whole network "
        "and only a part of a second, all of which is in a list of its own, or where the second "
        "network's scope contains the first one's name, and is all that is in the other list or "
        "is trained by it against the first; or where a list is all that a part of the first "
        "network's names finds, and that stands inside a word in what the other list holds as "
        'well: "d_" in word_table; or where the list of a judge, for a loss '
        "that is nothing but its answers, leaves out nothing of what it judges, and another list "
        "trains that against it, or the list of what is judged holds the judge too, for a loss "
        "that is nothing but its answer; or where judge and judged have each other's list, and "
        "no step trains the judge by what it is shown for comparison; or where the lists of two "
        "opposed sides share out one network, as lists by position do once a layer is added; or "
        "where a list also holds a copy of what it trains, as a target network, to which the "
        "program assigns the values again after a step. Other lists of several whole networks are "
        "meant, and so is a part that the loss reaches only through terms of the other loss."
    ),
    tensorflow_message=None,
    wrong="""\
import tensorflow as tf


def network(x, scope):
    with tf.variable_scope(scope):
        return tf.layers.dense(x, 4, name="fc")


x = tf.placeholder(tf.float32, [None, 4])
there = network(x, "gen")
back = network(there, "gen_back")
loss = tf.reduce_mean(tf.abs(back - x))
first = tf.train.AdamOptimizer().minimize(loss, var_list=tf.trainable_variables("gen"))
other = tf.train.AdamOptimizer().minimize(loss * 2.0, var_list=tf.trainable_variables("gen_back"))
""",
    right="""\
import tensorflow as tf


def network(x, scope):
    with tf.variable_scope(scope):
        return tf.layers.dense(x, 4, name="fc")


x = tf.placeholder(tf.float32, [None, 4])
there = network(x, "gen")
back = network(there, "gen_back")
loss = tf.reduce_mean(tf.abs(back - x))
first = tf.train.AdamOptimizer().minimize(loss, var_list=tf.trainable_variables("gen/"))
other = tf.train.AdamOptimizer().minimize(loss * 2.0, var_list=tf.trainable_variables("gen_back/"))
""",
    cannot_see=(
        "Lists that the analysis cannot follow, and parts of networks that no function builds."
    ),
)


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each list that holds what is not its own."""
    every = [one for one in minimised(trace) if one.event.var_list is not None]
    known = trainables(trace)
    calls = [call for call in trace.of(FunctionCalled) if not call.library]
    told: set[tuple[object, Variables]] = set()
    shared = frozenset[tuple[int, str]]().union(
        *(holds(pair.first) & holds(pair.second) for pair in by_chance(trace))
    )
    for one in every:
        owners: list[Minimised] = []
        foreign: Variables = frozenset()
        for other in every:
            if _apart(one, other):
                part = _part_of(one, other, calls)
                if not part or _trunk(part, every) or agreed(one, other, part):
                    part = _by_prefix(one, other)
                part = part or _by_name(trace, one, other) or inside_words(one, other, known)
                part -= shared
                part -= one.doubtful | other.doubtful
                owners += [other] if part else []
                foreign |= part
        key = (one.event.site, foreign)
        if foreign and key not in told:
            told.add(key)
            yield _finding(one, owners, [name for name in known if name in foreign], known)
    sites = {site for site, _ in told}
    for found in both_sides(trace):
        listed = found.step.event.var_list is not None
        if listed and found.step.event.site not in sites:
            foreign = found.unwanted
            names = [name for name in known if name in foreign]
            yield _finding(found.step, [found.opponent], names, known)
    for found in exchanged(trace):
        if found.step.event.site not in sites:
            sites |= {found.step.event.site, found.opponent.event.site}
            yield _of_two(found, [name for name in known if name in found.unwanted])
    for found in split(trace):
        if found.step.event.site not in sites:
            sites.add(found.step.event.site)
            names = [name for name in known if name in found.unwanted]
            yield _finding(found.step, [found.opponent], names, (), _SHARED_OUT)
    for copied in trained_copies(trace):
        listed = copied.step.event.var_list is not None
        if listed and copied.step.event.site not in sites:
            sites.add(copied.step.event.site)
            yield tell(RULE, copied, _FILTER)


def _apart(one: Minimised, other: Minimised) -> bool:
    """Whether two trainers of one graph, of different losses, train something in common."""
    return (
        one is not other
        and one.event.graph == other.event.graph
        and one.loss is not other.loss
        and compatible(one.event.under, other.event.under)
        and bool(one.trained & other.trained)
        and one.trained != other.trained
    )


def _part_of(one: Minimised, other: Minimised, calls: Sequence[FunctionCalled]) -> Variables:
    """What one list holds of a network of which it holds only a part, and the other all."""
    for call in calls:
        network = frozenset(identity(v) for v in call.held if v.trainable)
        part = network & one.trained
        if not part or network <= one.listed or not network <= other.trained:
            continue
        rest = one.trained - holds(call)
        if rest and not rest & other.trained and part == one.trained & other.trained:
            if not _belongs(part, network, one, calls):
                return part
    return frozenset()


def _trunk(part: Variables, every: Sequence[Minimised]) -> bool:
    """Whether three steps train it, each with something else: it stands under all of them."""
    return len({step.trained for step in every if part < step.trained}) > 2


def _belongs(
    part: Variables, network: Variables, one: Minimised, calls: Sequence[FunctionCalled]
) -> bool:
    """Whether a network that is listed as a whole uses the part too, as tied weights are."""
    for call in calls:
        own = frozenset(identity(v) for v in call.held if v.trainable)
        if part <= own <= one.listed and not own <= network:
            return True
    return False


def _by_prefix(one: Minimised, other: Minimised) -> Variables:
    """What one list holds of the other's scope, because that contains the name of its own."""
    common = one.trained & other.trained
    own, theirs = _scope(one.trained - common), _scope(other.trained)
    if common != other.trained:
        return frozenset()
    if any(mine != yours for mine, yours in zip(own, theirs, strict=False)):
        return common if _contains(theirs, own) else frozenset()
    return common if not own and theirs and _one_beginning(one, theirs[0]) else frozenset()


def _by_name(trace: Trace, one: Minimised, other: Minimised) -> Variables:
    """What a list holds of the side against which it trains, whose scope contains its own name."""
    for found in opposed(trace):
        if found.step is one and found.opponent is other:
            foreign = found.unwanted
            if _contains(_scope(foreign), _scope(one.trained - foreign)):
                return foreign
    return frozenset()


def _contains(theirs: Sequence[str], own: Sequence[str]) -> bool:
    """Whether the name that tells two scopes apart contains the other's name."""
    for mine, yours in zip(own, theirs, strict=False):
        if mine != yours:
            return mine in yours
    return False


def _one_beginning(one: Minimised, theirs: str) -> bool:
    """Whether a list's scopes are those that begin with the name of one of them.

    That is what a scope without a slash at its end matches.
    """
    scopes = {name.split("/")[0] for _, name in one.listed if "/" in name}
    first = min(scopes, key=len, default="")
    return first != theirs and all(scope.startswith(first) for scope in scopes)


def _scope(variables: Variables) -> tuple[str, ...]:
    """The parts of the scope that all of them are in."""
    scopes = [name.split("/")[:-1] for _, name in variables]
    levels = zip(*scopes, strict=False)
    return tuple(level[0] for level in itertools.takewhile(lambda one: len(set(one)) == 1, levels))


_EVERYTHING = (
    "this list holds every trainable variable of the program: list the network's own alone, as in "
    'tf.trainable_variables("scope/")'
)
_SHARED_OUT = (
    'list each network by its scope, as in tf.trainable_variables("scope/"), not by position'
)
_FILTER = (
    'end the scope with a slash, as in tf.trainable_variables("scope/"), or compare the '
    "beginning of the name instead of a part of it"
)


def _finding(
    one: Minimised,
    owners: Sequence[Minimised],
    foreign: Sequence[tuple[int, str]],
    known: Iterable[tuple[int, str]],
    help: str = "",
) -> Finding:
    names = tuple(name.removesuffix(":0") for _, name in foreign)
    sites = list(dict.fromkeys(other.event.site for other in owners))
    everything = {name for _, name in known} <= set(one.event.var_list or ())
    return finding(
        RULE,
        one.event,
        f"this list also holds {listing(names)}, which belong to "
        f"{'the network' if len(owners) == 1 else 'networks'} that "
        f"{trainer(owners[0].event, one.event)} trains with a list of its own",
        variable=names[0],
        variables=names,
        related=[Label(site, "has its own list here") for site in sites if site != one.event.site][
            :4
        ],
        help=help or (_EVERYTHING if everything else _FILTER),
    )


def _of_two(found: BothSides, foreign: Sequence[tuple[int, str]]) -> Finding:
    names = tuple(name.removesuffix(":0") for _, name in foreign)
    one, other = found.step.event, found.opponent.event
    where = place(other.site, one.site)
    return finding(
        RULE,
        one,
        f"this step and the one at {where} have each other's list: this one lowers a judge's "
        f"loss by training what is judged, {listing(names)}, and that one raises the judge's "
        "answer by training the judge",
        variable=names[0],
        variables=names,
        related=(Label(other.site, "the other list is here"),),
        help=f"exchange var_list of this step and of the one at {where}",
    )
