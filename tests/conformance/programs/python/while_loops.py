# while with break, continue and else; the names show which parts ran.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
n = 0
while n < 10:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
    tf.get_variable("even%d" % n, [n])
else:
    tf.get_variable("not_reached", [1])
while n > 7:
    n -= 1
else:
    tf.get_variable("else%d" % n, [1])
size = 64
while size > 4:
    tf.get_variable("w%d" % size, [size, size // 2])
    size //= 2
while True:
    size *= 3
    if size > 30:
        break
tf.get_variable("size", [size])
