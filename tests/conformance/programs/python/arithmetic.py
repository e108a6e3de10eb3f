# Integer and float arithmetic, //, %, **, abs, round, min, max, divmod and bit operators give shapes.
import math

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
image, stride = 28, 3
size = (image - 5 + 2 * 2) // stride + 1
tf.get_variable("a", [size, -7 // 2 + 5, -7 % 3, 2**3])
tf.get_variable("b", [int(7 / 2), int(math.ceil(28 / 3)), int(10 * 0.29), round(2.5)])
tf.get_variable("c", [abs(-3), min(4, 2, 8), max([1, 5]), sum(range(5))])
quotient, remainder = divmod(29, 6)
tf.get_variable("d", [quotient, remainder, 6 ^ 3, 1 << 3, 12 & 6 | 1])
tf.get_variable("e", [int(math.sqrt(49)), int(math.log(8, 2) + 0.5), math.floor(3.9), int(1e2)])
n = 5
n += 3
n *= 2
n -= 1
n //= 4
n **= 2
tf.get_variable("f%d" % n, [n, int("0x1f", 16), len(str(2**70)), True + True])
