"""A network that judges is trained against its input's maker; one that makes more data is not."""

from __future__ import annotations

import pytest
from predictions import traced

from scopecheck.rules.gather import check_trace

PROGRAM = """
def net(x, units, scope, reuse=None):
    with tf.variable_scope(scope, reuse=reuse):
        return tf.layers.dense(x, units, name="out")

x, z = tf.placeholder(tf.float32, [4, 3]), tf.placeholder(tf.float32, [4, 2])
code = net(x, 2, "encoder")
made, again = net(z, 3, "first"), net(code, 3, "second")
fake = net(tf.concat([made, z], 1), 1, "judge")
pair = net(tf.concat([x, again], 1), 1, "other_judge")
judged, compared = tf.reduce_mean(tf.nn.softplus(fake)), tf.reduce_mean(tf.nn.softplus(pair))
adam = tf.train.AdamOptimizer()
steps = [
    adam.minimize(judged + compared, var_list=tf.trainable_variables("judge")),
    adam.minimize(compared, var_list=tf.trainable_variables("{alone}")),
    adam.minimize(-judged - compared, var_list=tf.trainable_variables("encoder")
                  + tf.trainable_variables("first") + tf.trainable_variables("second")),
]
with tf.Session() as session:
    session.run(steps)
"""


@pytest.mark.parametrize(("alone", "found"), [("other_judge", False), ("encoder", True)])
def test_networks_of_two_names(alone: str, found: bool) -> None:
    codes = [one.code for one in check_trace(traced(PROGRAM.format(alone=alone)))]
    assert ("SCO202" in codes) is found
