"""Variable scopes, name scopes, and what put a scope into reuse mode."""

from __future__ import absolute_import, division, print_function

import sys
import threading

import outcome
from tensorflow.python.eager import context
from tensorflow.python.framework import ops
from tensorflow.python.ops import variable_scope
from wrapping import wrap

_SOURCE = "_scopecheck_source"  # on a VariableScope: what decided its reuse


class Scopes(object):
    """Listens to scopes; `refused` are arguments that they did not take."""

    def __init__(self, journal, calls):
        self._journal, self._calls = journal, calls
        self._local = threading.local()
        self.refused = []  # (event, error)
        self.graph_number = lambda graph: 0

    def install(self):
        """Put the wrappers in place."""
        wrap(variable_scope.variable_scope, "__init__", self._built)
        wrap(variable_scope.variable_scope, "__enter__", self._enter)
        wrap(variable_scope.variable_scope, "__exit__", self._exit)
        wrap(variable_scope.VariableScope, "reuse_variables", self._switch)
        wrap(ops._DefaultGraphStack, "reset", self._reset)
        for name in ("name_scope", "name_scope_v1", "name_scope_v2"):
            made = getattr(ops, name, None)
            if isinstance(made, type) and "__enter__" in vars(made):
                wrap(made, "__enter__", self._enter_name)
                wrap(made, "__exit__", self._exit_name)

    def state(self):
        """The variable scope in force: its name, its reuse, and what decided it."""
        scope = variable_scope.get_variable_scope()
        reuse = _mode(scope.reuse)
        source = getattr(scope, _SOURCE, None) if reuse != "off" else None
        return {"name": scope.name, "reuse": reuse, "source": source}

    def open_name_scopes(self):
        """The name scopes that the program opened inside the variable scope in force."""
        depth = self._depth
        return [
            {"name": name, "site": site}
            for name, site, opened, _ in self._name_scopes
            if opened == depth
        ]

    @property
    def _name_scopes(self):
        if not hasattr(self._local, "names"):
            self._local.names = []
        return self._local.names

    @property
    def _depth(self):
        return getattr(self._local, "depth", 0)

    def _built(self, function, manager, *args, **kwargs):
        try:
            function(manager, *args, **kwargs)
        except (TypeError, ValueError) as error:
            self._refuse(error)
            raise

    def _refuse(self, error):
        told = {"type": type(error).__name__, "message": outcome.message(error)}
        event = self._journal.event(
            "ArgumentRefused", self._journal.path(), function="variable_scope", error=told
        )
        if event is not None:
            self.refused.append((event, error))

    def _enter(self, function, manager):
        outer = variable_scope.get_variable_scope()
        try:
            scope = function(manager)
        except (TypeError, ValueError) as error:
            self._refuse(error)
            raise
        self._local.depth = self._depth + 1
        path = self._journal.path()
        if not path:
            return scope
        asked = manager._reuse
        reuse = _mode(scope.reuse)
        captured = manager._name_or_scope
        base = captured if isinstance(captured, variable_scope.VariableScope) else outer
        source = self._source(scope, asked, base, path[-1])
        setattr(scope, _SOURCE, source)
        self._calls.asked(_mode(asked))
        self._journal.event(
            "ScopeEntered",
            path,
            asked=_mode(asked),
            scope={
                "name": scope.name,
                "reuse": reuse,
                "source": source if reuse != "off" else None,
            },
        )
        return scope

    @staticmethod
    def _source(scope, asked, base, site):
        if asked:
            return {"kind": "argument", "scope": scope.name, "site": site}
        if context.executing_eagerly():
            return {"kind": "eager", "scope": scope.name, "site": site}
        return getattr(base, _SOURCE, None)

    def _exit(self, function, manager, *args):
        self._local.depth = self._depth - 1
        return function(manager, *args)

    def _switch(self, function, scope):
        path = self._journal.path()
        function(scope)
        if path:
            self._calls.asked("on")
            source = {"kind": "reuse_variables", "scope": scope.name, "site": path[-1]}
            setattr(scope, _SOURCE, source)
            self._journal.event(
                "ReuseSwitched", path, scope=scope.name, root=not scope.name
            )

    def _reset(self, function, stack):
        path = self._journal.path()
        function(stack)
        if path:
            graph = self.graph_number(ops.get_default_graph())
            self._journal.event("GraphChanged", path, change="reset", graph=graph)

    def _enter_name(self, function, manager):
        full = function(manager)
        frame = sys._getframe(2)
        if self._journal.frames.is_own(frame.f_code):
            path = self._journal.path(frame)
            self._journal.event("NameScopeEntered", path, name=full)
            asked = getattr(manager, "_name", None) or getattr(manager, "_default_name", None) or ""
            self._name_scopes.append((asked, path[-1], self._depth, manager))
        return full

    def _exit_name(self, function, manager, *args):
        scopes = self._name_scopes
        if scopes and scopes[-1][3] is manager:
            scopes.pop()
        return function(manager, *args)


def _mode(reuse):
    if reuse is variable_scope.AUTO_REUSE:
        return "auto"
    return "on" if reuse else "off"
