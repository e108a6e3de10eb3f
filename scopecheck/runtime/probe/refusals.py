"""Errors that rules speak of, and that come neither from the store nor from a scope."""

from __future__ import absolute_import, division, print_function

_UNDEFINED = (
    "The last dimension of the inputs",
    "The channel dimension of the inputs",
    "The last dimension of",
    "initial_value must have a shape",
    "must be known statically",
    "its rank is undefined",
)
_ARGUMENTS = (
    ("must be from the same graph", "operation"),
    ("Trainable variable created when calling a template after the first time", "make_template"),
    ("No variables to optimize", "compute_gradients"),
    ("No variables provided", "apply_gradients"),
    ("No variables to save", "tf.train.Saver"),
    ("No gradients provided for any variable", "apply_gradients"),
)


def tell(journal, scopes, ended):
    """Note the refusal that an error which ended the program stands for, if it is one."""
    error = {"type": ended["type"], "message": ended["message"]}
    if any(words in ended["message"] for words in _UNDEFINED):
        journal.event(
            "VariableRequested",
            ended["path"],
            name="",
            outcome="refused",
            by="layer",
            scope=scopes.state(),
            purpose="input",
            refusal="shape-undefined",
            error=error,
        )
        return
    for words, function in _ARGUMENTS:
        if words in ended["message"]:
            journal.event("ArgumentRefused", ended["path"], function=function, error=error)
            return
