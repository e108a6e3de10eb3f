"""Stands in for sugartensor/sg_logging.py: summaries and messages make no variables."""

import tensorflow as tf


def _summary(tensor, *args, **kwargs):
    return None


sg_summary_loss = _summary
sg_summary_metric = _summary
sg_summary_gradient = _summary
sg_summary_activation = _summary
sg_summary_param = _summary


def sg_summary_image(tensor, prefix=None, name=None):
    """``sg_summary_image``."""
    tf.summary.image("image", tensor)


def sg_summary_audio(tensor, sample_rate=16000, prefix=None, name=None):
    """``sg_summary_audio``."""
    tf.summary.audio("audio", tensor, sample_rate)


def sg_verbosity(verbosity=0):
    """``sg_verbosity``."""


def sg_debug(msg, *args, **kwargs):
    """``sg_debug``."""


sg_info = sg_debug
sg_warn = sg_debug
sg_error = sg_debug
sg_fatal = sg_debug
