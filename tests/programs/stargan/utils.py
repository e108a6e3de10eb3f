import tensorflow.compat.v1 as tf


def show_all_variables():
    model_vars = tf.trainable_variables()
    total = 0
    for variable in model_vars:
        size = 1
        for dimension in variable.get_shape().as_list():
            size *= dimension
        total += size
        print("{:60s} {}".format(variable.op.name, size))
    print("Total size of variables: %d" % total)
