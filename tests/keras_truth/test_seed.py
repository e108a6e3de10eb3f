"""The third seed's table: who trains the discriminator, in Keras 2 and in Keras 3."""

from __future__ import annotations

import pytest
from keras_truth.measure import ROOT

from scopecheck.engine import predict
from scopecheck.trace import TrainStep

# For each version: whether the discriminator's own steps change it, and the combined model's.
TABLE = {
    "seed_order": ("yes, no", "no, no"),
    "shared_optimizer": ("yes, no", "no, no"),
    "false_left_out": ("yes, yes", "yes, yes"),
    "false_before_compile": ("no, no", "no, no"),
    "false_after_combined": ("yes, yes", "no, no"),
    "toggled_each_step": ("yes, no", "yes, no"),
    "true_again_after_combined": ("yes, no", "yes, yes"),
    "toggled_and_recompiled": ("yes, no", "yes, no"),
    "frozen_second_model": ("yes, no", "no, no"),
    "clone_model": ("yes, no", "yes, no"),
}
CELLS = [(name, at) for name in TABLE for at in (0, 1)]


@pytest.fixture(autouse=True)
def project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize(("name", "at"), CELLS)
def test_cell(name: str, at: int) -> None:
    (trace,) = predict([f"fixtures/seeds/s3_keras_gan/{name}.py"]).traces
    steps = list(trace.of(TrainStep))
    own = [step for step in steps if step.name == "discriminator"]
    judge = {layer.layer for step in own for layer in step.layers}

    def changed(step: TrainStep) -> bool:
        fates = [layer.two if at == 0 else layer.three for layer in step.layers]
        held = [layer.layer in judge for layer in step.layers]
        return any(fate.trained and mine for fate, mine in zip(fates, held, strict=True))

    combined = [step for step in steps if step.name == "combined"]
    told = ["yes" if any(changed(step) for step in which) else "no" for which in (own, combined)]
    assert own
    assert combined
    assert ", ".join(told) == TABLE[name][at]


def test_a_clone_has_weights_of_its_own() -> None:
    (trace,) = predict(["fixtures/seeds/s3_keras_gan/clone_model.py"]).traces
    own, combined = (
        {layer.layer for step in trace.of(TrainStep) if step.name == name for layer in step.layers}
        for name in ("discriminator", "combined")
    )
    assert not own & combined
