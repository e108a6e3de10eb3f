# itertools.repeat, tabs as spaces, an element that goes, and two dictionaries as arguments.
import itertools
import re

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for number, size in enumerate(itertools.repeat(3, 2)):
    tf.get_variable("again_%d" % number, [size])
tf.get_variable("tab\there".expandtabs(4).replace(" ", "_"), [2])
sizes = [4, 5, 4, 6]
sizes.remove(4)
tf.get_variable("left", sizes)
shape, more = {"shape": [2]}, {"trainable": False}
tf.get_variable("spread", **shape, **more)
found = re.match(r"(\w+?)(\d+)_(\w*)", "layer12_conv")
tf.get_variable("%s_%s_%s" % found.groups(), [int(found.group(2))])
tf.get_variable(re.sub(r"[^a-z]+", "_", "a b  c-d"), [2])
