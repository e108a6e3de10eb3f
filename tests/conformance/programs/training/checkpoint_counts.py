# A checkpoint makes its counter where it is first asked for, saved or restored.
import tempfile

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
folder = tempfile.mkdtemp() + "/"


def graph(make):
    with tf.Graph().as_default():
        v = tf.Variable(1.0, name="v", use_resource=True)
        held = tf.train.Checkpoint(v=v, step=tf.train.get_or_create_global_step())
        make(held)
        tf.get_variable("after_%d" % len(tf.global_variables()), [1])


def saved(held):
    with tf.Session() as session:
        held.save_counter.initializer.run()
        session.run(tf.global_variables_initializer())
        held.save(folder + "a")
        held.save(folder + "a")


def written(held):
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        held.write(folder + "b")


def in_scopes(held):
    with tf.variable_scope("s", reuse=True), tf.name_scope("n"):
        assert held.save_counter is held.save_counter
    tf.get_variable(held.save_counter.op.name + "_is", [1])


def managed(held):
    manager = tf.train.CheckpointManager(held, folder + "c", max_to_keep=2)
    tf.get_variable("before_%d" % len(tf.global_variables()), [1])
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        manager.save()
    held.save_counter


def several(held):
    other = tf.train.Checkpoint(inner=held)
    other.more = tf.Variable([1.0, 2.0], name="more", use_resource=True)
    other.save_counter
    held.save_counter
    other.inner.save_counter
    tf.get_variable(other.more.op.name + "_", other.more.shape)


def refused(held):
    try:
        tf.train.Checkpoint(held)
    except TypeError:
        tf.get_variable("refused", [1])


graph(lambda held: None)
graph(saved)
graph(written)
graph(lambda held: held.restore(None))
graph(in_scopes)
graph(managed)
graph(several)
graph(refused)
