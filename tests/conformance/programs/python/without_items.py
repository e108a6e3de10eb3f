# Numbers, truth values and None have no items, by a number or by a slice
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

sizes = {"units": 4, "rate": 0.5, "bias": False, "name": None}
for key in sizes:
    for kind, index in {"number": 0, "slice": slice(1, 2), "text": "x"}.items():
        try:
            sizes[key][index]
        except TypeError as error:
            words = str(error).replace("'", "").split()
            tf.get_variable("_".join([key, kind, *words]), [1])
first = sizes["units"]
tf.get_variable("w", [first, 3])
tf.get_variable("v", [sizes["units"][0], 3])
