# get, setdefault, update, pop, items, keys, in and iteration order of dicts decide names and shapes.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
config = {"fc": 4, "conv": 8}
config["out"] = config.get("out", 2)
config.update(conv=16, pool=1)
config.setdefault("fc", 99)
config.setdefault("gate", config.pop("pool") + 2)
for name, units in config.items():
    tf.get_variable(name, [units])
store = {}
for name in ["a", "b", "a"]:
    if name not in store:
        store[name] = tf.get_variable("once_" + name, [1])
counts = {}
for letter in "hello":
    counts[letter] = counts.get(letter, 0) + 1
best = max(counts, key=counts.get)
tf.get_variable("best_%s_%d" % (best, counts[best]), [len(counts)])
merged = dict(config, **{"fc": 5})
tf.get_variable("_".join(k for k, v in sorted(merged.items()) if v > 3), [sum(merged.values())])
