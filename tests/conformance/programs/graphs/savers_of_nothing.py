# A saver wants variables to save, unless it is told that there may be none or builds later.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def saved(**options):
    try:
        tf.train.Saver(**options)
    except ValueError as error:
        return str(error).split()[0]
    return "saved"


told = [
    saved(),
    saved(var_list=[]),
    saved(var_list={}),
    saved(defer_build=True),
    saved(allow_empty=True),
    saved(var_list=tf.trainable_variables(), max_to_keep=3),
]
tf.get_variable("local", [], collections=[tf.GraphKeys.LOCAL_VARIABLES])
told += [saved(), saved(var_list=tf.local_variables()), saved(var_list=tf.global_variables())]
with tf.Graph().as_default():
    tf.get_variable("saveable", [], collections=[tf.GraphKeys.SAVEABLE_OBJECTS])
    told.append(saved())
with tf.Graph().as_default():
    tf.lookup.experimental.DenseHashTable(tf.int64, tf.int64, 0, 1, 2)
    told.append(saved())
with tf.Graph().as_default():
    tf.lookup.experimental.DenseHashTable(tf.int64, tf.int64, 0, 1, 2, checkpoint=False)
    told.append(saved())
with tf.Graph().as_default():
    tf.layers.dense(tf.ones([2, 3]), 1)
    told.append(saved())
for number, word in enumerate(told):
    tf.Variable(0.0, name="%d_%s" % (number, word), trainable=False)
tf.train.Saver(tf.trainable_variables())
