"""Records which variables TensorFlow lists for the seed programs.

    INTERPRETER tests/data/record_seed_variables.py

with each of the three interpreters that fixtures/verify.py names (TF_USE_LEGACY_KERAS=1
for TensorFlow 2). A run replaces the entries of the programs that need its interpreter in
seed_variables.json: for the whole script ("<module>"), and for S1 each function alone on
a fresh graph, the variables of global_variables() in the order in which they were made.
A program that raises is recorded as far as it gets. Standard library only, Python 2.7 too.
"""
from __future__ import absolute_import, division, print_function

import collections
import io
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
OUT = os.path.join(HERE, "seed_variables.json")
SEEDS = ("s0_gan_dense", "s1_variable_scope", "s2_conv_gan", "s4_gaussian_gan")


def listed(graph):
    trainable = set(id(v) for v in graph.get_collection("trainable_variables"))
    return [
        collections.OrderedDict([
            ("name", v.name), ("shape", v.shape.as_list()),
            ("dtype", v.dtype.base_dtype.name), ("trainable", id(v) in trainable)])
        for v in graph.get_collection("variables")]


def recorded(tf, message_of, action):
    """How action ends, and what the default graph lists then."""
    try:
        action()
        ends = "ok"
    except Exception as error:
        ends = collections.OrderedDict([("raises", type(error).__name__), ("message", message_of(error))])
    return collections.OrderedDict([("ends", ends), ("variables", listed(tf.get_default_graph()))])


def program(verify, tf, fixture):
    with io.open(fixture.entry, "rb") as handle:
        text = handle.read()
    code = compile(text, fixture.entry, "exec", 0, True)
    entries = collections.OrderedDict()
    entries["<module>"] = recorded(
        tf, verify.message_of, lambda: exec_in(code, {"__name__": "__main__"}))
    if "s1_" in fixture.entry:
        for name in re.findall(r"^def (\w+)\(\)", text.decode("utf-8"), re.M):
            space = {"__name__": "seed"}
            exec_in(code, space)
            with tf.Graph().as_default():
                entries[str(name)] = recorded(tf, verify.message_of, space[str(name)])
    return entries


def exec_in(code, space):
    exec(code, space)


def in_child(action):
    """The result of action, from a forked process: one program, one TensorFlow."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        with os.fdopen(writer, "wb") as handle:
            handle.write(json.dumps(action()).encode("utf-8"))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as handle:
        said = handle.read().decode("utf-8")
    os.waitpid(child, 0)
    return json.loads(said, object_pairs_hook=collections.OrderedDict)


def one_line(match):
    text = re.sub(r"\s+", " ", match.group(0))
    return re.sub(r"(?<=[{\[]) | (?=[}\]])", "", text)


def main():
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_USE_LEGACY_KERAS", "1")
    sys.dont_write_bytecode = True
    sys.path.insert(0, os.path.join(ROOT, "fixtures"))
    import verify
    import tensorflow
    tf = tensorflow.compat.v1
    tf.logging.set_verbosity(tf.logging.ERROR)
    kind = "py27" if sys.version_info[0] < 3 else "tf115" if tensorflow.__version__.startswith("1.") else "tf221"
    everything = collections.OrderedDict()
    if os.path.exists(OUT):
        with io.open(OUT, encoding="utf-8") as handle:
            everything = json.load(handle, object_pairs_hook=collections.OrderedDict)
    for seed in SEEDS:
        for fixture in verify.fixtures([os.path.join(ROOT, "fixtures", "seeds", seed)]):
            if fixture.needs == kind:
                name = os.path.relpath(fixture.entry, ROOT).replace(os.sep, "/")
                everything[name] = collections.OrderedDict([
                    ("python", sys.version.split()[0]), ("tensorflow", tensorflow.__version__),
                    ("entries", in_child(lambda: program(verify, tf, fixture)))])
    ordered = collections.OrderedDict(sorted(everything.items()))
    text = json.dumps(ordered, indent=1, separators=(",", ": "))
    # one variable on a line
    text = re.sub(r"\{\s+\"name\": [^{}]*\}", one_line, text)
    with io.open(OUT, "w", encoding="utf-8") as handle:
        handle.write(text + u"\n")


if __name__ == "__main__":
    main()
