# JSON and Python literals in text: the data decides names, shapes and reuse.
import ast
import json

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

config = json.loads('{"cell": "GRUCell", "units": 8, "reuse": null, "shapes": {"w": [2, 3]}}')
cell = getattr(tf.nn.rnn_cell, config["cell"])(config["units"])
tf.nn.dynamic_rnn(cell, tf.zeros([2, 5, 4]), dtype=tf.float32)
with tf.variable_scope("a", reuse=config["reuse"]):
    for name, shape in sorted(config["shapes"].items()):
        tf.get_variable(name, shape)
for number, width in enumerate(ast.literal_eval("[16, 8]")):
    tf.get_variable("layer%d" % number, [width])
for width in eval("(4, 2)"):
    tf.get_variable("e%d" % width, [width])
with tf.variable_scope("a", reuse=json.loads("true")):
    tf.get_variable("w", eval("[2, 3]"))
    tf.get_variable("v", [1])
