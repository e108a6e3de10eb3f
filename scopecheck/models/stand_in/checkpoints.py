"""Stands in for what tensorflow/python/training keeps of objects: tracking/util.py,
checkpoint_management.py. A checkpoint counts in a variable, made when it is first asked for.
"""

import tensorflow as tf


class Checkpoint(object):
    """``tf.train.Checkpoint``: the objects that it is given, and how often it saved them."""

    def __init__(self, **kwargs):
        for key, value in kwargs.items():
            setattr(self, key, value)
        self._save_counter = None

    @property
    def save_counter(self):
        """Counts what is saved."""
        if self._save_counter is None:
            self._save_counter = tf.Variable(
                0, trainable=False, name="save_counter", dtype=tf.int64, use_resource=True
            )
        return self._save_counter

    def write(self, file_prefix, session=None):
        return tf.train.latest_checkpoint(file_prefix)

    def save(self, file_prefix, session=None):
        self.save_counter  # noqa: B018
        return tf.train.latest_checkpoint(file_prefix)

    def restore(self, save_path):
        self.save_counter  # noqa: B018
        return tf.train.CheckpointStatus()


class CheckpointManager(object):
    """``tf.train.CheckpointManager``: the newest few of a checkpoint's files."""

    def __init__(self, checkpoint, directory, max_to_keep, *args, **kwargs):
        self._checkpoint = checkpoint
        self._directory = directory

    @property
    def latest_checkpoint(self):
        """The path of the last one."""
        return tf.train.latest_checkpoint(self._directory)

    @property
    def checkpoints(self):
        """The paths of all that are kept."""
        return tf.train.list_of_checkpoints(self._directory)

    def save(self, session=None, checkpoint_number=None):
        self._checkpoint.save_counter  # noqa: B018
        return tf.train.latest_checkpoint(self._directory)
