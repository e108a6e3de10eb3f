# A regular expression with flags, and the named groups that it finds, decide what is built.
import re

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
BLOCK = re.compile(
    r"""
    ((c(?P<kernel>\d+)s(?P<stride>\d+)-)|(?P<kind>[dRuC]))  # a convolution, or a letter
    (?P<filters>\d+)                                        # how many filters
    (x(?P<repeats>\d+))?                                    # how often
    """,
    re.VERBOSE,
)
NAME = re.compile("^Layer_([a-z]+)$", flags=re.I | re.M)


def network(x, blocks):
    for block in blocks:
        match = BLOCK.fullmatch(block)
        if match is None:
            raise Exception("no such block: " + block)
        given = match.groupdict()
        filters = int(match["filters"])
        kernel = int(given["kernel"] or 3)
        for number in range(int(given["repeats"] or 1)):
            name = "{}-{}".format(block, number)
            x = tf.layers.conv2d(x, filters, kernel, padding="same", name=name)
    return x


network(tf.zeros([1, 8, 8, 3]), ["c7s1-4", "d8", "R8x2", "c3s1-3"])
found = NAME.search("layer_one").group(1)
tf.get_variable(found, [2])
if re.match("LAYER", "layer", re.IGNORECASE) and not re.match("LAYER", "layer"):
    tf.get_variable("flagged", [len(re.findall("a", "AbA", flags=re.I))])
