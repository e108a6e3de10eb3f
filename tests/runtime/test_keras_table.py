"""The third seed's table at run time: who trains the discriminator, in each Keras."""

from __future__ import annotations

import importlib.util
import os
import re
import sys

import pytest
from keras_truth.test_seed import TABLE as PREDICTED
from running import SEEDS, needs_tensorflow

from scopecheck.runtime.errors import TargetFailed
from scopecheck.runtime.host import Setting
from scopecheck.runtime.places import Places
from scopecheck.runtime.process import Limits
from scopecheck.runtime.target import parse_target
from scopecheck.runtime.train import Plan, Row, train

TF115 = os.environ.get("SCOPECHECK_TF115_PY3")
ENVIRONMENTS = {
    "2": {"TF_USE_LEGACY_KERAS": "1"},
    "3": {"TF_USE_LEGACY_KERAS": "0", "KERAS_BACKEND": "tensorflow"},
    "3 on jax": {"TF_USE_LEGACY_KERAS": "0", "KERAS_BACKEND": "jax"},
}
JUDGE = re.compile(r"\bdense_[23]\b")  # the generator's layers are made first
# As predicted, but for what some do with one optimizer for both.
RAISES = {("shared_optimizer", "2"): "KeyError", ("shared_optimizer", "3 on jax"): "ValueError"}


def rows(name: str, python: str = sys.executable) -> tuple[Row, ...]:
    """What the program's own steps changed, one row for each compiled model."""
    setting = Setting(python=python, to_end=True, limits=Limits(240.0))
    target = parse_target(str(SEEDS / "s3_keras_gan" / f"{name}.py"))
    return train(target, setting, Plan(steps=2), Places()).rows


@needs_tensorflow
@pytest.mark.parametrize("keras", ENVIRONMENTS)
@pytest.mark.parametrize("name", PREDICTED)
def test_cell(name: str, keras: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if keras == "3 on jax" and importlib.util.find_spec("jax") is None:
        pytest.skip("jax is not installed")
    for key, value in ENVIRONMENTS[keras].items():
        monkeypatch.setenv(key, value)
    if (name, keras) in RAISES:
        with pytest.raises(TargetFailed, match=RAISES[name, keras]):
            rows(name)
        return
    found = rows(name)
    assert f"{word(found[0])}, {word(found[-1])}" == PREDICTED[name][0 if keras == "2" else 1]


@pytest.mark.tf115
@pytest.mark.skipif(TF115 is None, reason="SCOPECHECK_TF115_PY3 names no interpreter")
@pytest.mark.parametrize("name", PREDICTED)
def test_cell_of_tensorflow_1(name: str) -> None:
    assert TF115 is not None
    found = rows(name, TF115)
    assert f"{word(found[0])}, {word(found[-1])}" == PREDICTED[name][0]


def word(row: Row) -> str:
    """Whether a model's steps changed the discriminator."""
    return "yes" if any(JUDGE.search(name) for name in row.changed) else "no"
