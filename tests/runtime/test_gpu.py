"""The training check on a GPU: `pytest -m gpu`. Skipped, with the reason, where there is none."""

from __future__ import annotations

import subprocess
import sys

import pytest
from running import SEEDS, needs_tensorflow

from scopecheck.runtime.host import Setting
from scopecheck.runtime.places import Places
from scopecheck.runtime.target import parse_target
from scopecheck.runtime.train import Plan, train

pytestmark = [pytest.mark.gpu, needs_tensorflow]

PROGRAMS = (
    "s0_gan_dense/shared_reuse_true.py",
    "s2_conv_gan/conv_gan_right.py",
    "s4_gaussian_gan/gaussian_gan.py",
)


@pytest.fixture(scope="module", autouse=True)
def gpus() -> None:
    """Skip unless TensorFlow sees a GPU."""
    script = "import tensorflow as tf; print(len(tf.config.list_physical_devices('GPU')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    if done.stdout.strip() in ("", "0"):
        pytest.skip("TensorFlow sees no GPU on this machine")


@pytest.mark.parametrize("name", PROGRAMS)
def test_training_on_a_gpu(name: str) -> None:
    setting = Setting(device="gpu")
    found = train(parse_target(str(SEEDS / name)), setting, Plan(steps=5), Places())
    assert found.problems == ()
    assert any(device.startswith("GPU") for device in found.kernels)
