"""SCO401: ``trainable`` is set where it does not act, or acts too late.

https://keras.io/getting_started/faq/#how-can-i-freeze-layers-and-do-finetuning
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from scopecheck.rules.build import finding
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.frozen_in_graph import still_trained, tell
from scopecheck.rules.rule import Rule
from scopecheck.rules.trainable import Fault, Kind, Training
from scopecheck.rules.trainable_words import advice, said
from scopecheck.trace import Site, Trace

RULE = Rule(
    code="SCO401",
    name="keras-trainable-order",
    severity=Severity.WARNING,
    summary="trainable is set where it does not act, or too late, for the Keras in use.",
    why=(
        "Keras 2 keeps the trainable flags of the time when a model is compiled: what is set "
        "later does nothing until the next compile. Keras 3 keeps nothing: setting the flag "
        "reaches every weight inside, of all models that share it, and what counts is the state "
        "at a model's first training step after compile. So the order that tutorials teach "
        "(compile the discriminator, freeze it, compile the combined model) is right in Keras 2, "
        "and in Keras 3 the discriminator never trains. Two ways are right in both. Either "
        "compile the discriminator while it is trainable and the combined model while it is "
        "frozen, and set the flag before every step: True before the discriminator's own, False "
        "before the combined model's. Or set the flag and compile again before every kind of step. "
        "In a training loop of one's own (GradientTape) the list of weights decides, in both: it "
        "holds what is trainable, and what exists, when it is taken. The optimizers of tf.train "
        "don't know the flag: in a graph a layer's variables stay in tf.trainable_variables(), "
        "and minimize without var_list trains them."
    ),
    tensorflow_message=None,
    wrong="""\
import numpy as np
from tensorflow import keras

discriminator = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
generator = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4)])
discriminator.trainable = False
discriminator.compile(loss="mse", optimizer="adam")
z = keras.Input((2,))
combined = keras.Model(z, discriminator(generator(z)))
combined.compile(loss="mse", optimizer="adam")
for step in range(4):
    real, noise, ones = np.ones((8, 4)), np.ones((8, 2)), np.ones((8, 1))
    discriminator.train_on_batch(real, ones)
    discriminator.train_on_batch(generator.predict(noise), 0 * ones)
    combined.train_on_batch(noise, ones)
""",
    right="""\
import numpy as np
from tensorflow import keras

discriminator = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
generator = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4)])
discriminator.compile(loss="mse", optimizer="adam")
z = keras.Input((2,))
discriminator.trainable = False
combined = keras.Model(z, discriminator(generator(z)))
combined.compile(loss="mse", optimizer="adam")
for step in range(4):
    real, noise, ones = np.ones((8, 4)), np.ones((8, 2)), np.ones((8, 1))
    discriminator.trainable = True
    discriminator.train_on_batch(real, ones)
    discriminator.train_on_batch(generator.predict(noise), 0 * ones)
    discriminator.trainable = False
    combined.train_on_batch(noise, ones)
""",
    cannot_see=(
        "K.function, lists of weights that a training loop puts together one by one, and models "
        "whose layers the analysis cannot follow. Where neither the configuration "
        "(keras-version) nor the program nor what its project requires says which Keras is meant, "
        "both are judged and the finding says on which one it bites."
    ),
)


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each assignment, with the versions of Keras on which it bites."""
    judged = ("2", "3") if trace.keras is None else (trace.keras,)
    found: dict[Site, dict[str, Fault]] = {}
    for version in judged:
        for fault in sorted(Training(trace, version).faults(), key=_telling):
            found.setdefault(_site(fault), {}).setdefault(version, fault)
    for faults in found.values():
        yield _finding(faults, judged)
    for one in still_trained(trace):
        if one.by.site not in found:
            yield tell(RULE, one)


def _telling(fault: Fault) -> int:
    return list(Kind).index(fault.kind)


def _site(fault: Fault) -> Site:
    if fault.by is not None:
        return fault.by.site
    return fault.step.compiled.site if fault.step.compiled is not None else fault.step.site


def _finding(faults: Mapping[str, Fault], judged: tuple[str, ...]) -> Finding:
    """faults: by version of Keras, all of them at one place."""
    first = next(iter(faults.values()))
    step = first.step
    labels = [Label(step.site, f"`{step.name}` is trained here")]
    if step.compiled is not None and step.compiled.site != _site(first):
        what = "weights are listed" if step.compiled.listed else "is compiled"
        labels.append(Label(step.compiled.site, f"`{step.name}` {what} here"))
    same = len(faults) > 1 and len({(one.kind, one.step) for one in faults.values()}) == 1
    if same and len(judged) == len(faults):
        message = said(first, None)
    else:
        message = "; ".join(
            f"on Keras {version} {said(fault, version)}" for version, fault in faults.items()
        )
    event = replace(first.by or step.compiled or step, when=step.when)
    worst = min(faults.values(), key=_telling)
    return finding(RULE, event, message, related=labels, help=advice(worst))
