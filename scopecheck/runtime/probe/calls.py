"""The calls of the program's functions, and the variables that each of them got."""

from __future__ import absolute_import, division, print_function

import sys
import threading

_SIMPLE = (type(None), bool, int, float, str, type(u""))
_DEPTH = 4  # how far tensors are looked for in lists, tuples and dicts


class Calls(object):
    """A stack of running calls for each thread; those that touched variables are told."""

    def __init__(self, journal, tensors, definitions):
        self._journal = journal
        self._tensors = tensors
        self._definitions = definitions
        self._local = threading.local()
        self._count = 0
        self._receivers = []  # the objects whose methods were called, by number
        self._by_id = {}
        self.original = lambda variable: variable
        self.scope_state = lambda: {"name": "", "reuse": "off", "source": None}

    @property
    def _stack(self):
        try:
            return self._local.stack
        except AttributeError:
            stack = self._local.stack = []
            return stack

    def enter(self, definition):
        """A function of the program begins; the frame is its own."""
        frame = sys._getframe(1)
        self._count += 1
        stack = self._stack
        around = stack[-1] if stack else None
        stack.append(_Call(self._count, definition, frame, around, self.scope_state()))

    def returned(self, value):
        """It returns this value."""
        stack = self._stack
        if stack:
            stack[-1].value = value
            stack[-1].ended = True
        return value

    def leave(self):
        """It is left, by a return, its end or an exception."""
        stack = self._stack
        if stack:
            call = stack.pop()
            raising = sys.exc_info()[0] is not None and not call.ended
            if call.held and not raising:
                self._tell(call)
            elif call.ended:
                self._tell_plain(call)
            call.frame = None

    def touched(self, variable, made):
        """Every running call got a variable; made: its name, if it is new."""
        for call in self._stack:
            if call.path is None:
                call.path = self._journal.path(call.frame.f_back)
            if variable not in call.held:
                call.held.append(variable)
            if made is not None:
                call.made.append(made)

    def asked(self, reuse):
        """A scope was opened inside every running call, and asked for this reuse."""
        for call in self._stack:
            call.asked.append(reuse)

    def finish(self):
        """The program stops where it is: tell the calls that still run."""
        for call in reversed(self._stack):
            if call.held:
                self._tell(call)
        del self._stack[:]

    def _tell_plain(self, call):
        """A call that got no variable, but may use some that it finds outside: for the host."""
        results = self._tensors.within(call.value, _DEPTH)
        method, arguments = call.arguments() if results else (False, [])
        tensors = self._tensors.within([value for _, value in arguments[method:]], _DEPTH)
        path = self._journal.path(call.frame.f_back) if tensors else []
        file, line, column, end_line, end_column, qualname = self._definitions[call.definition]
        place = (file, line, column, end_line, end_column, qualname.rpartition(".")[2])
        receiver = self._receiver(arguments[0][1]) if method and path else None
        self._journal.event(
            "FunctionRan",
            path,
            function=qualname,
            defined=self._journal.site(place),
            receiver=receiver,
            number=call.number,
            within=[one.number for one in self._stack],
            tensors=tensors,
            results=results,
        )

    def _tell(self, call):
        file, line, column, end_line, end_column, qualname = self._definitions[call.definition]
        place = (file, line, column, end_line, end_column, qualname.rpartition(".")[2])
        method, arguments = call.arguments()
        receiver, rest = (arguments[0][1], arguments[1:]) if method else (None, arguments)
        left = call.defaults()
        simple, defaults = [], []
        for name, value in rest:
            if isinstance(value, _SIMPLE):
                same = name in left and left[name] is value
                (defaults if same else simple).append([name, repr(value)])
        self._journal.event(
            "FunctionCalled",
            call.path,
            function=qualname,
            defined=self._journal.site(place),
            number=call.number,
            within=call.around.number if call.around is not None and call.around.held else None,
            receiver=None if receiver is None else self._receiver(receiver),
            objects=[self._by_id[id(value)] for _, value in rest if id(value) in self._by_id],
            tensors=self._tensors.within([value for _, value in rest], _DEPTH),
            results=self._tensors.within(call.made_object() or call.value, _DEPTH),
            held=self._originals(call.held),
            made=sorted(set(call.made)),
            arguments=simple,
            defaults=defaults,
            bound=_bound(receiver),
            asked=sorted(set(call.asked)),
            scope=call.scope,
            graph=self._tensors.current_graph(),
        )

    def _originals(self, variables):
        """The variables that some stand for, each once, in order."""
        found = [self.original(one) for one in variables]
        return sorted(set(found), key=found.index)

    def library(self, name, path, tensors, results, held, asked, scope):
        """A layer of TensorFlow's was called, and is told like a function of the program."""
        self._count += 1
        stack = self._stack
        self._journal.event(
            "FunctionCalled",
            path,
            function=name,
            defined=path[-1],
            number=self._count,
            within=stack[-1].number if stack and stack[-1].held else None,
            tensors=tensors,
            results=results,
            held=held,
            asked=[asked],
            scope=scope,
            library=True,
            graph=self._tensors.current_graph(),
        )

    def _receiver(self, receiver):
        number = self._by_id.get(id(receiver))
        if number is None:
            number = self._by_id[id(receiver)] = len(self._receivers)
            self._receivers.append(receiver)
        return number


class _Call(object):
    __slots__ = (
        "around",
        "asked",
        "definition",
        "ended",
        "frame",
        "given",
        "held",
        "made",
        "number",
        "path",
        "scope",
        "value",
    )

    def __init__(self, number, definition, frame, around, scope):
        self.number, self.definition, self.frame = number, definition, frame
        self.around, self.scope = around, scope
        self.given = dict(frame.f_locals)
        self.held, self.made, self.asked = [], [], []
        self.path = self.value = None
        self.ended = False

    def made_object(self):
        """What the object holds that a constructor made; that is what the call results in."""
        if self.frame.f_code.co_name != "__init__" or "self" not in self.given:
            return None
        return getattr(self.given["self"], "__dict__", None)

    def defaults(self):
        """The defaults of its function's parameters, found where the function is in reach."""
        code = self.frame.f_code
        for holder in (self.given.get("self"), self.frame.f_globals):
            found = _function(holder, code)
            if found is not None:
                names = code.co_varnames[: code.co_argcount]
                values = found.__defaults__ or ()
                known = dict(zip(names[len(names) - len(values) :], values))
                known.update(getattr(found, "__kwdefaults__", None) or {})
                return known
        return {}

    def arguments(self):
        """Whether it is a method, and its arguments by name."""
        code = self.frame.f_code
        names = code.co_varnames[: code.co_argcount + getattr(code, "co_kwonlyargcount", 0)]
        given = [(name, self.given[name]) for name in names if name in self.given]
        known = set(names)
        given += [(name, value) for name, value in self.given.items() if name not in known]
        return bool(names) and names[0] == "self" and "self" in self.given, given


def _bound(receiver):
    """The class of an object, and the constants that it holds; what is closed over is given."""
    if receiver is None:
        return []
    held = [("self", type(receiver).__name__)]
    for name, value in getattr(receiver, "__dict__", {}).items():
        if isinstance(value, _SIMPLE):
            held.append(("self.%s" % name, repr(value)))
    return sorted(held)


def _function(holder, code):
    """The function of some code, in a module's names or on an object."""
    if isinstance(holder, dict):
        found = holder.get(code.co_name)
    else:
        found = getattr(type(holder), code.co_name, None)
    found = getattr(found, "__func__", found)
    return found if getattr(found, "__code__", None) is code else None
