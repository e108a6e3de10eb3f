# A checkpoint of objects counts in a variable that it makes when it first saves or restores.
import tempfile

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
folder = tempfile.mkdtemp()
weight = tf.Variable([1.0], name="weight", use_resource=True)
saved = tf.train.Checkpoint(weight=weight, step=tf.train.get_or_create_global_step())
tf.get_variable("before", saved.weight.shape)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    path = saved.save(folder + "/first", session=session)
    saved.save(folder + "/first", session=session)
    with tf.name_scope("scope"):
        again = tf.train.Checkpoint(weight=weight)
        again.restore(path).run_restore_ops(session)
    counter = tf.train.Checkpoint(weight=weight).save_counter
    tf.get_variable(counter.op.name.replace("/", "_"), [])
    managed = tf.train.Checkpoint(weight=weight)
    manager = tf.train.CheckpointManager(managed, folder, max_to_keep=2)
    if manager.latest_checkpoint is None:
        tf.get_variable("none_yet", [])
    manager.save()
    tf.train.Checkpoint(weight=weight).restore(manager.latest_checkpoint).assert_consumed()
tf.get_variable("after", [])
