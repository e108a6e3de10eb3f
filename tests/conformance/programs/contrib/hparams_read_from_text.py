# HParams read text, JSON and dicts by the types of what they hold.
# tensorflow: 1.15
import tensorflow as tf

hp = tf.contrib.training.HParams(units=[32, 16], width=4, rate=0.1, name="net", deep=False)
hp.parse("units=[24,12],rate=2,deep=true")
with tf.variable_scope(hp.name):
    for number, size in enumerate(hp.units):
        tf.get_variable("w%d" % number, [size])
hp.override_from_dict({"width": 7})
hp.add_hparam("extra", 3)
hp.parse_json('{"extra": 5, "name": "other"}')
with tf.variable_scope(hp.name):
    tf.get_variable("v", [hp.width, hp.extra, hp.get("absent", 9)])
    if hp.deep and hp.rate == 2.0:
        tf.get_variable("deep", [1])
hp.set_hparam("width", 2)
tf.get_variable("last", [hp.width])
hp.del_hparam("extra")
again = tf.contrib.training.HParams(hparam_def=hp.to_proto())
tf.get_variable("held_%d" % len(hp.values()), [hp.width])
assert again.width == 2
hp.parse("unheard=3")
