# Assignment expressions in conditions and comprehensions bind names that outlive them.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
sizes = [4, 9, 16]
while (size := sizes.pop()) > 4:
    tf.get_variable(f"w{size}", [size])
if (n := len(sizes)) == 0 and (name := f"empty{n}{size}"):
    tf.get_variable(name, [1])
roots = [r for s in (9, 10, 16) if (r := int(s**0.5)) * r == s]
tf.get_variable(f"roots_{roots[-1]}_{r}", roots)


def positional(a, /, b, *, c=3):
    return tf.get_variable(f"{a=}{b}".replace("=", "_").replace("'", ""), [c])


positional("x", b=1)
