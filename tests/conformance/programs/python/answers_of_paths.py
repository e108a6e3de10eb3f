# What os.path and pathlib say of paths becomes the names of variables.
import os
import os.path as osp
from pathlib import Path, PurePosixPath

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
here = Path(__file__)
data = Path("data") / "train"
answers = [
    os.path.basename(__file__),
    os.path.splitext(os.path.basename(__file__))[0],
    os.path.basename(os.path.dirname(os.path.abspath(__file__))),
    osp.join("a", "/b", "c"),
    osp.join(osp.dirname("a/b/c.txt"), os.pardir, "d"),
    osp.basename(osp.join(os.getcwd(), "runs", "one")),
    osp.basename(osp.dirname(osp.join(os.getcwd(), "runs", "one"))),
    osp.basename(osp.abspath("runs/./two")),
    osp.relpath is not None,
    here.name,
    here.stem,
    here.suffix,
    here.parent.name,
    here.resolve().parents[0].name,
    data,
    data.parent,
    data.parent.parent,
    data / "x" / "y.npz",
    (data / "y.npz").stem,
    data.joinpath("k", "l").as_posix(),
    "q" / PurePosixPath("w"),
    Path("x/./y"),
    Path(),
    Path("/a/b").parents[1],
    str(data) + ".txt",
    "%s_%s" % (data.name, data.parent),
]
for number, answer in enumerate(answers):
    text = str(answer).strip("/").replace("/", ".") or "empty"
    tf.get_variable("v%d_%s" % (number, text), [1])
