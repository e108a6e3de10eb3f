"""SCO502: a notebook's cell cannot be run once more, or something outlives its graph's reset.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/reset_default_graph
"""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules.build import finding
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import listing
from scopecheck.trace import ArgumentRefused, CellRunAgain, CollectionRead, GraphChanged, Trace

RULE = Rule(
    code="SCO502",
    name="rerun-hazard",
    severity=Severity.WARNING,
    summary="A notebook's cell cannot be run once more, or a program uses what a reset threw away.",
    why=(
        "All cells of a notebook build into one graph that lives as long as the kernel. A cell "
        "that makes variables raises when it is run again, or silently makes a second set that "
        "the rest of the notebook does not use. tf.reset_default_graph() helps only at the top "
        "of the cell that builds: tensors that other cells made before it belong to the old "
        "graph, and using them raises. So it does in a script that resets the graph before each "
        "of several models: a layer object that was made once has its variables in the first one."
    ),
    tensorflow_message=None,
    wrong="""\
# %%
import tensorflow as tf

# %%
weights = tf.get_variable("weights", [4, 1])
""",
    right="""\
# %%
import tensorflow as tf

# %%
tf.reset_default_graph()
weights = tf.get_variable("weights", [4, 1])
""",
    cannot_see=(
        "Cells that are run out of order, or left out. A second set of variables is told only "
        "where another cell asks the graph for its variables, or saves them, and so gets both; "
        "optimizers' own are passed over. A notebook gets one finding, for the first cell."
    ),
    notebook=True,
)

VARIABLES = ("trainable_variables", "variables")

OF_TWO_GRAPHS = {
    "operation": ("from the same graph",),
    "Session.run": ("is not an element of this graph", "The Session graph is empty."),
}
"""What TensorFlow says of tensors of two graphs, by what refuses them."""


def check(trace: Trace) -> Iterator[Finding]:
    """At most one finding for a program."""
    for refused in trace.of(ArgumentRefused):
        if _of_two_graphs(refused) and (_is_in_cell(refused) or _was_thrown_away(trace)):
            yield _reset_under(trace, refused)
            return
    readers = {_cell(event) for event in trace.of(CollectionRead) if event.key in VARIABLES}
    for again in trace.of(CellRunAgain):
        if again.error is not None or readers - {_cell(again)}:
            yield _again(again)
            return


def _cell(event: CollectionRead | CellRunAgain) -> tuple[str, int | None]:
    """The cell that was run."""
    return event.path[0].file, event.path[0].cell


def _of_two_graphs(refused: ArgumentRefused) -> bool:
    """Whether an operation's inputs are of two graphs, or a session is to run another graph's."""
    words = OF_TWO_GRAPHS.get(refused.function)
    return (
        not refused.handled
        and words is not None
        and any(one in refused.error.message for one in words)
    )


def _is_in_cell(refused: ArgumentRefused) -> bool:
    return refused.path[0].cell is not None


def _was_thrown_away(trace: Trace) -> bool:
    """Whether all graphs but one were thrown away by a reset."""
    changes = {event.change for event in trace.of(GraphChanged)} - {"default"}
    return changes == {"reset"}


def _reset_under(trace: Trace, refused: ArgumentRefused) -> Finding:
    resets = [event for event in trace.of(GraphChanged) if event.change == "reset"]
    if refused.function == "operation":
        message = (
            "this uses a tensor of the graph that tf.reset_default_graph() threw away, beside "
            "those of the new one"
        )
        after = ""
    else:
        message = (
            "the session and what it is to run are of two graphs, with a "
            "tf.reset_default_graph() between them"
        )
        after = ", and make the session after that"
    if _is_in_cell(refused):
        help = f"reset the graph once, in the cell that makes the first placeholder{after}"
    else:
        help = f"after the reset make everything anew, layer objects as well{after}"
    return finding(
        RULE,
        refused,
        message,
        related=[Label(event.site, "the graph is reset here") for event in resets[-1:]],
        severity=Severity.ERROR,
        help=help,
    )


def _again(again: CellRunAgain) -> Finding:
    run, at = again.path[0], again.site
    elsewhere = run.cell is not None and (run.file, run.cell) != (at.file, at.cell)
    cell = f"cell {(run.cell or 0) + 1}" if elsewhere else "this cell"
    if again.error is not None:
        why = (
            "by then the scope is in reuse mode, which never creates"
            if "does not exist" in again.error.message
            else "its variables are in the graph already"
        )
        message = f"run once more, {cell} raises: {why}"
    else:
        names = tuple(variable.name.removesuffix(":0") for variable in again.made)
        message = (
            f"run once more, {cell} makes a second set of variables, {listing(names)}, and "
            "what other cells hold is the first"
        )
    return finding(
        RULE,
        again,
        message,
        help="put tf.reset_default_graph() at the top of the cell that begins the graph, and "
        "build all of the graph in that cell",
    )
