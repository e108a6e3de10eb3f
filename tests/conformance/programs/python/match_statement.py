# match with literal, sequence, mapping, class and guard patterns; None and 0 both ask for the variable nothing, which already exists.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def build(spec):
    match spec:
        case 0 | None:
            return tf.get_variable("nothing", [1])
        case int(n) if n > 5:
            return tf.get_variable(f"big{n}", [n])
        case int():
            return tf.get_variable("small", [spec])
        case [name, *sizes]:
            return tf.get_variable(name, sizes)
        case {"name": str(name), **rest}:
            return tf.get_variable(f"{name}_{len(rest)}", [1])
        case _:
            return tf.get_variable("other", [1])


for spec in (7, 3, ["a", 2, 3], {"name": "d", "x": 1, "y": 2}, 1.5, None):
    build(spec)
build(0)
