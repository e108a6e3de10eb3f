"""``slim.learning.train``: the global step, a supervisor that finalizes the graph, the steps.

Source: tensorflow/contrib/slim/python/slim/learning.py, ``train``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.graphs import GraphObject, Session, finalize
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Extern, Function, Method, Partial, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_DEFAULT = "<what train makes>"
_TRAIN = Signature(
    f"train_op, logdir, train_step_fn=None, train_step_kwargs={_DEFAULT}, log_every_n_steps=1, "
    "graph=None, master='', is_chief=True, global_step=None, number_of_steps=None, "
    f"init_op={_DEFAULT}, init_feed_dict=None, local_init_op={_DEFAULT}, init_fn=None, "
    f"ready_op={_DEFAULT}, summary_op={_DEFAULT}, save_summaries_secs=600, "
    f"summary_writer={_DEFAULT}, startup_delay_steps=0, saver=None, save_interval_secs=600, "
    "sync_optimizer=None, session_config=None, session_wrapper=None, trace_every_n_steps=None, "
    "ignore_live_threads=False"
)
_NOTHING_TO_WRITE = {"summary_op": _DEFAULT, "saver": None, "trace_every_n_steps": None}
"""What may not be given without a ``logdir``, and what it is where it isn't."""


def _train(m: Machine, a: Arguments) -> Value:
    g = _TRAIN.bind(m, "train", a)
    _check(m, g)
    graph = needed(m, g["graph"])
    at = graph.id if isinstance(graph, GraphObject) else m.world.stack[-1]
    session = Session(at, m.loops)
    token = session.held(m)
    session.enter(m, None)
    step = g["global_step"]
    if needed(m, step) is None:
        step = m.call(Extern("tf.train.get_or_create_global_step"))
    if isinstance(g["sync_optimizer"], Unknown) or g["sync_optimizer"] is not None:
        m.undecided("train", "what a synchronizing optimizer adds is not modelled", 1)
    session.leave(m, token)
    finalize(m, at)
    session.enter(m, None)
    _call(m, g["init_fn"], (session,))
    if not _call(m, g["train_step_fn"], (session, g["train_op"], step, g["train_step_kwargs"])):
        m.call(get_attribute(m, session, "run"), (g["train_op"],))
    session.leave(m, token)
    return m.unknown("the loss", tame=True)


def _check(m: Machine, g: dict[str, Value]) -> None:
    if needed(m, g["train_op"]) is None:
        raise refuse_argument(m, "train", "ValueError", "train_op cannot be None.")
    if needed(m, g["logdir"]) is None:
        for name, unset in _NOTHING_TO_WRITE.items():
            if needed(m, g[name]) != unset and not isinstance(g[name], Unknown):
                message = f"Cannot provide {name} because logdir=None"
                raise refuse_argument(m, "train", "ValueError", message)
    steps = needed(m, g["number_of_steps"])
    if isinstance(steps, (int, float)) and steps <= 0:
        message = "`number_of_steps` must be either None or a positive number."
        raise refuse_argument(m, "train", "ValueError", message)


def _call(m: Machine, function: Value, args: tuple[Value, ...]) -> bool:
    """Calls a function that the program gave, once; whether there is one."""
    given = isinstance(function, (Function, Method, Partial))
    if given:
        m.call(function, args)
    return given


MODELS: dict[str, Model] = {
    "tf.contrib.slim.learning.train": _train,
    "tf_slim.learning.train": _train,
}
