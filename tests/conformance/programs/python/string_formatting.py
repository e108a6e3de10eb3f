# Percent, format, f-strings, concatenation and repetition build the same kind of names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
kind, index, width = "conv", 3, 0.5
names = [
    "%s_%d" % (kind, index),
    "%(kind)s-%(index)03d" % {"kind": kind, "index": index},
    "{}/{:02d}".format(kind, index),
    "{0}{1}{0}".format(index, kind),
    "{name}.{size[1]}".format(name=kind, size=[4, 5]),
    f"{kind}{index + 1}",
    f"{kind!s:>6}".strip() + f"_{width:.2f}",
    f"{'nested_' + kind[::-1]}",
    kind + "_" + str(index) * 2,
    "%s" % (kind,) + "%x" % 255,
    "-".join([kind] * 2),
    "w%g" % 0.25,
]
for name in names:
    tf.get_variable(name, [1])
