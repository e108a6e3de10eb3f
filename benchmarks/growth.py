"""How the time of a check grows with the number of files, of lines in one file, of conditions.

    python benchmarks/growth.py [--files N ...] [--lines N ...] [--conditions N ...] [--processes K]

Programs are written to a temporary folder: a small GAN in each file; one file with many functions
and calls of them; functions with conditions on options that nobody knows. Times are CPU time of
this process, importing the packages not counted; the last table is wall time, of one process
and of K. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from scopecheck.config import Config
from scopecheck.deep import with_deep_stack
from scopecheck.engine import check_paths

PROGRAM = """\
import tensorflow as tf


def generator(z, width={width}):
    with tf.variable_scope("generator"):
        h = tf.layers.dense(z, width, tf.nn.relu, name="hidden")
        return tf.layers.dense(h, 4, name="out")


def discriminator(x, reuse=False):
    with tf.variable_scope("discriminator", reuse=reuse):
        h = tf.layers.dense(x, {width}, tf.nn.relu, name="hidden")
        return tf.layers.dense(h, 1, name="out")


real = tf.placeholder(tf.float32, [None, 4])
fake = generator(tf.placeholder(tf.float32, [None, 2]))
loss = tf.reduce_mean(discriminator(fake) - discriminator(real, reuse={reuse}))
step = tf.train.AdamOptimizer(0.001).minimize(loss)
"""
LAYER = """\
def layer_{n}(x):
    with tf.variable_scope("layer_{n}"):
        w = tf.get_variable("w", [8, 8])
        b = tf.get_variable("b", [8], initializer=tf.zeros_initializer())
        return tf.nn.relu(tf.matmul(x, w) + b)


x = layer_{n}(x)
"""
CONDITION = """\
    if options.flag_{n}:
        x = tf.layers.dense(x, 8, name="layer_{n}")
"""


def many_files(folder: Path, count: int) -> None:
    """Each has a program of its own; one in ten shares too little."""
    for number in range(count):
        place = folder / f"part_{number // 100}"
        place.mkdir(exist_ok=True)
        text = PROGRAM.format(width=8 + number % 50, reuse=number % 10 > 0)
        (place / f"gan_{number}.py").write_text(text, "utf-8")


def long_file(folder: Path, lines: int) -> None:
    """Functions, each called once after it is defined."""
    count = max(1, lines // LAYER.count("\n"))
    start = "import tensorflow as tf\n\nx = tf.placeholder(tf.float32, [None, 8])\n"
    text = start + "".join(LAYER.format(n=n) for n in range(count))
    (folder / "long.py").write_text(text, "utf-8")


def unknown_conditions(folder: Path, count: int) -> None:
    """One function with a number of conditions that don't depend on each other."""
    start = "import tensorflow as tf\n\n\ndef network(x, options):\n"
    text = start + "".join(CONDITION.format(n=n) for n in range(count)) + "    return x\n"
    (folder / "conditions.py").write_text(text, "utf-8")


def checked(folder: Path, executor: ProcessPoolExecutor | None = None) -> int:
    """Checks a folder with an empty cache; how many findings it has."""
    done = check_paths([folder], Config(root=folder), executor=executor)
    assert not done.result.failures, done.result.failures[:3]
    return len(done.result.findings)


def measured(make: Callable[[Path, int], None], size: int) -> tuple[float, int]:
    """Seconds of CPU time, and findings."""
    with tempfile.TemporaryDirectory() as name:
        make(Path(name), size)
        gc.collect()  # what the check before this one left
        start = time.process_time()
        found = checked(Path(name))
        return time.process_time() - start, found


def table(what: str, make: Callable[[Path, int], None], sizes: Sequence[int]) -> None:
    """A line for each size: the time, and what one unit of the size costs."""
    print(f"{what:>12}{'seconds':>10}{'ms each':>10}{'findings':>10}")
    for size in sizes:
        seconds, found = measured(make, size)
        print(f"{size:>12}{seconds:>10.2f}{1000 * seconds / size:>10.2f}{found:>10}", flush=True)


def processes(files: int, count: int) -> None:
    """The same folder in one process and in several, which are started before."""
    with tempfile.TemporaryDirectory() as name, ProcessPoolExecutor(count) as executor:
        folder = Path(name)
        many_files(folder, files)
        warm = Path(name) / "part_0" / "gan_0.py"
        list(executor.map(checked, [warm.parent] * count))
        times = []
        for one in (None, executor):
            start = time.perf_counter()
            checked(folder, one)
            times.append(time.perf_counter() - start)
    print(
        f"{files} files, one process {times[0]:.1f} s, {count} processes {times[1]:.1f} s: ", end=""
    )
    print(f"{times[0] / times[1]:.2f} times as fast")


def options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--files", type=int, nargs="*", default=[10, 100, 1000, 10000])
    parser.add_argument("--lines", type=int, nargs="*", default=[100, 1000, 5000, 20000])
    parser.add_argument("--conditions", type=int, nargs="*", default=[5, 10, 20, 40])
    parser.add_argument("--processes", type=int, default=2)
    return parser.parse_args()


def main() -> None:
    """Prints the tables."""
    asked = options()
    measured(many_files, 1)  # so that nothing is imported later
    table("files", many_files, asked.files)
    table("lines", long_file, asked.lines)
    table("conditions", unknown_conditions, asked.conditions)
    if asked.processes > 1:
        processes(min(1000, max(asked.files, default=1000)), asked.processes)


if __name__ == "__main__":
    with_deep_stack(main)
