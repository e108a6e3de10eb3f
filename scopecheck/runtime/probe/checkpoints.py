"""What a Saver writes, and what one reads back."""

from __future__ import absolute_import, division, print_function

import os

from tensorflow.python.training import saver
from wrapping import wrap


class Checkpoints(object):
    """Listens to Savers: whose values a graph's variables get."""

    def __init__(self, journal, tensors):
        self._journal, self._tensors = journal, tensors
        self._written = {}  # the prefix of a checkpoint -> the graph that it is of

    def install(self):
        """Put the wrappers in place."""
        wrap(saver.Saver, "save", self._save)
        wrap(saver.Saver, "restore", self._restore)

    def _save(self, function, one, sess, *args, **kwargs):
        prefix = function(one, sess, *args, **kwargs)
        if prefix is not None:
            self._written[os.path.abspath(prefix)] = self._tensors.graph(sess.graph)
        return prefix

    def _restore(self, function, one, sess, save_path, *args, **kwargs):
        result = function(one, sess, save_path, *args, **kwargs)
        self._journal.event(
            "GraphRestored",
            self._journal.path(),
            graph=self._tensors.graph(sess.graph),
            source=self._written.get(os.path.abspath(save_path)),
        )
        return result
