"""What a graph's losses, averages and updates are kept in, and its train step."""

import tensorflow as tf
from scopecheck_stand_in import unknown

from prettytensor import _scopes

_kept = {}


class GraphKeys(object):
    """``prettytensor.GraphKeys``."""

    TEST_VARIABLES = "local_variables"
    LOSSES = "losses"
    REGULARIZATION_LOSSES = "regularization_losses"
    MARKED_LOSSES = "marked_losses"
    UPDATE_OPS = "update_ops"
    RECURRENT_STATE_VARIABLES = "recurrent_state_variables"


class Bookkeeper(object):
    """``prettytensor.Bookkeeper``."""

    def __init__(self, graph, step):
        self.g = graph
        self._step = step

    def __getattr__(self, name):
        return unknown("prettytensor.Bookkeeper." + name)

    @property
    def summary_collections(self):
        """Where summaries go; nowhere if there are none."""
        return _scopes.summaries.get(self.g, ["summaries"])

    def reset_summary_collections(self):
        """Summaries go to where they did at first."""
        _scopes.summaries[self.g] = ["summaries"]

    @property
    def global_step(self):
        """The graph's variable of that name, or one that is made now."""
        if self._step is None:
            self._step = _step()
        return self._step

    def add_loss(self, loss, name=None, regularization=False, add_summaries=True):
        """One more loss; an average is kept of it."""
        self.keep_loss(loss, regularization)
        if add_summaries:
            self.add_average_summary(loss)

    def keep_loss(self, loss, regularization=False):
        """One more loss."""
        tf.add_to_collection(GraphKeys.LOSSES, loss)
        if regularization:
            tf.add_to_collection(GraphKeys.REGULARIZATION_LOSSES, loss)

    def add_average_summary(self, var, tag=None, decay=0.999, ignore_nan=True):
        """Keeps an average, if there are summaries."""
        return self.average_named(var, _last_name(var))

    def average_named(self, var, name):
        """The same, where the operation's name is told."""
        return self._average(var, name) if self.summary_collections else None

    def exponential_moving_average(self, var, avg_var=None, decay=0.999, ignore_nan=False):
        """Keeps an average in a variable."""
        return self._average(var, _last_name(var), avg_var)

    def _average(self, var, name, kept=None):
        if kept is None:
            zero = tf.zeros(var.get_shape(), var.dtype.base_dtype)
            kept = tf.Variable(zero, trainable=False, name=name + "_average")
        return self.moved(kept, var)

    def moved(self, kept, value, rate=0.001):
        """Moves an average, more so in the first steps."""
        step = tf.cast(self.global_step, tf.float32)
        done = tf.assign_sub(kept, (kept - value) * tf.maximum(rate, 1.0 / (step + 1.0)))
        tf.add_to_collection(GraphKeys.UPDATE_OPS, done)
        return done

    def with_update_ops(self, train_op):
        """A step that does the updates too."""
        updates = tf.get_collection(GraphKeys.UPDATE_OPS)
        return tf.group(train_op, *updates) if updates else train_op

    def create_composite_loss(self, losses, regularize=True, include_marked=True, name="cost"):
        """The sum of losses, with the graph's own."""
        every = [tf.convert_to_tensor(one) for one in losses or ()]
        if include_marked:
            marked = tf.get_collection(GraphKeys.MARKED_LOSSES)
            every.extend([one for one in marked if one not in every])
        if not every:
            raise ValueError("No losses specified!")
        if regularize:
            every.extend(tf.get_collection(GraphKeys.REGULARIZATION_LOSSES))
        return tf.add_n(every, name=name)


def _step():
    found = tf.train.get_global_step()
    if found is not None and found.name == "global_step:0":
        return found
    with tf.name_scope(""):
        return tf.Variable(0, trainable=False, name="global_step")


def _last_name(var):
    return var.op.name.split("/")[-1]


def bookkeeper_for_default_graph(g=None, global_step=None):
    """``prettytensor.bookkeeper_for_default_graph``."""
    graph = tf.get_default_graph()
    if graph not in _kept:
        _kept[graph] = Bookkeeper(graph, global_step)
    return _kept[graph]


def global_step():
    """``prettytensor.global_step``."""
    return bookkeeper_for_default_graph().global_step


def with_update_ops(train_op):
    """``prettytensor.with_update_ops``."""
    return bookkeeper_for_default_graph().with_update_ops(train_op)


def create_composite_loss(losses=None, regularize=True, include_marked=True, name="cost"):
    """``prettytensor.create_composite_loss``."""
    books = bookkeeper_for_default_graph()
    return books.create_composite_loss(losses, regularize, include_marked, name)


def apply_optimizer(
    optimizer, losses, regularize=True, include_marked=True, clip_gradients_by_norm=None, **kwargs
):
    """``prettytensor.apply_optimizer``: a train step for losses, with the graph's updates."""
    books = bookkeeper_for_default_graph()
    cost = books.create_composite_loss(losses, regularize, include_marked)
    step = kwargs.pop("global_step", None)
    step = books.global_step if step is None else step
    gradients = optimizer.compute_gradients(cost, **kwargs)
    if clip_gradients_by_norm is not None:
        gradients = [(tf.clip_by_norm(one, clip_gradients_by_norm), v) for one, v in gradients]
    return books.with_update_ops(optimizer.apply_gradients(gradients, global_step=step))
