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
_GRAPHS = ("must be from the same graph",)


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
    elif any(words in ended["message"] for words in _GRAPHS):
        journal.event("ArgumentRefused", ended["path"], function="operation", error=error)
