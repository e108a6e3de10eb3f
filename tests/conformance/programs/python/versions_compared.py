# Versions of libraries as objects are compared by their numbers.
from distutils.version import LooseVersion, StrictVersion

import tensorflow.compat.v1 as tf
from pkg_resources import parse_version

tf.disable_v2_behavior()
VERSION = "1.10.1" + ".0" * 2
answers = [
    LooseVersion(tf.__version__) >= LooseVersion("1.4"),
    LooseVersion("1.4") == "1.4.0",
    LooseVersion("1.10.1") < "1.9",
    LooseVersion("0.12") != LooseVersion("0.12.1"),
    StrictVersion("1.4.0") == StrictVersion("1.4"),
    StrictVersion("1.4.0") <= StrictVersion("1.3"),
    parse_version("1.4.0") == parse_version("1.4"),
    parse_version(tf.VERSION) < parse_version("1.12"),
    parse_version(VERSION) > parse_version("1.10.1"),
    max(parse_version("1.9"), parse_version("1.11"), parse_version("1.2")) == parse_version("1.11"),
]
for number, answer in enumerate(answers):
    tf.get_variable("answer_%d_%s" % (number, answer), [1])
tf.get_variable("v%s_%s" % (LooseVersion("1.2"), str(parse_version("1.3.1"))), [1])
