# A partitioned variable has little of what a variable has.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
v = tf.get_variable("v", [4], partitioner=tf.fixed_size_partitioner(2))
print(v.name, v.dtype, v.shape, v.get_shape(), len(list(v)), v.as_tensor())
names = "op graph ref device eval consumers handle value read_value initialized_value trainable load"
for name in names.split():
    if not hasattr(v, name):
        tf.get_variable(name, [1])
v.op
