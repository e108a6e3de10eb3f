# What is asked of the characters of a text that is not known touches no graph.
import os
import time

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("v", [1])
for text in (os.getcwd(), time.ctime(), "at %s" % time.time(), str(os.stat("."))):
    kept = [c.upper() for c in text if c.isalnum() or c.isspace() or not c.isupper()]
    print("".join(c if c.isdecimal() else "_" for c in kept))
    tf.get_variable("%d" % len(tf.global_variables()), [1])
