"""Python 2 syntax, rewritten token by token into syntax that Python 3 has as well.

Works in place on the concrete tree that fissix parses. Only syntax changes, never meaning
that Python 3 could express otherwise: `xrange` and `/` stay what they are. Nodes are fissix's,
which is not typed. Each leaf has an `origin`, the span of the original text it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scopecheck.source.positions import Span

_OLD_OCTAL = re.compile(r"0[0-7_]*[1-7][0-7_]*")
_STRING_PREFIX = re.compile(r"[A-Za-z]*")
_UNICODE_ESCAPE = re.compile(r"\\([uUN])|\\.", re.DOTALL)


class Edits:
    """The edits of one tree.

    `python2` tells whether anything was found that only Python 2 has, `renamed` whether a
    name was changed that is a keyword only since Python 3.7.
    """

    def __init__(self, symbols: dict[int, str], make_leaf: Any, unicode_literals: bool) -> None:
        self.python2 = False
        self.renamed = False
        self._symbols = symbols
        self._make_leaf = make_leaf
        self._unicode_literals = unicode_literals
        self._names = 0
        self._edits = {
            "print_stmt": self._print,
            "exec_stmt": self._exec,
            "raise_stmt": self._raise,
            "except_clause": self._except,
            "atom": self._atom,
            "comp_for": self._comprehension,
            "old_comp_for": self._comprehension,
            "funcdef": self._function,
            "lambdef": self._lambda,
            "old_lambdef": self._lambda,
        }

    def apply(self, root: Any) -> None:
        """Rewrite everything below a node."""
        for node in list(preorder(root)):
            if is_leaf(node):
                self._name(node)
                self._leaf(node)
            elif (edit := self._edits.get(self._symbols[node.type])) is not None:
                edit(node)

    # Statements

    def _print(self, node: Any) -> None:
        arguments = node.children[1:]
        if len(arguments) == 1 and self._is_parenthesised(arguments[0]):
            inner = arguments[0].children[1]
            if self._symbols.get(inner.type) != "yield_expr" and _text(inner) != "yield":
                return
        last = node.children[-1]
        if _text(arguments[0]) == ">>":
            self._print_to_file(node)
        self._parenthesise(node, last)

    def _print_to_file(self, node: Any) -> None:
        """`print >>f, x` -> `print x, file=f`, which `_parenthesise` makes a call."""
        chevron, file, *comma = node.children[1:4]
        for child in (chevron, file, *comma):
            child.remove()
        if len(node.children) > 1 and _text(node.children[-1]) != ",":
            node.append_child(self._new(",", file))
        file.prefix = ""
        node.append_child(self._new(" file=", file))
        node.append_child(file)

    def _exec(self, node: Any) -> None:
        if len(node.children) == 2 and self._is_parenthesised(node.children[1]):
            return
        if len(node.children) > 2:
            _become(node.children[2], ",")
        self._parenthesise(node, node.children[-1])

    def _raise(self, node: Any) -> None:
        """`raise E, value, traceback` -> `raise E(value).with_traceback(traceback)`."""
        if len(node.children) < 4 or _text(node.children[2]) != ",":
            return
        self.python2 = True
        _become(node.children[2], "(")
        if len(node.children) > 4:
            _become(node.children[4], ").with_traceback(")
        node.append_child(self._new(")", node.children[-1], after=True))

    def _except(self, node: Any) -> None:
        """`except E, target` -> `except E as target`, which is a name in Python 3."""
        if len(node.children) != 4:
            return
        target, comma = node.children[3], _text(node.children[2]) == ","
        if not comma and is_leaf(target):
            return
        self.python2 = True
        if comma:
            _become(node.children[2], "as", prefix=" ")
        if is_leaf(target):
            target.prefix = target.prefix or " "
            return
        name = self._fresh("error")
        target.replace(self._new(f" {name}", target))
        self._assign_in(node.next_sibling.next_sibling, target, name)

    # Expressions

    def _atom(self, node: Any) -> None:
        if all(is_leaf(child) and child.type == _STRING for child in node.children):
            self._strings(node.children)
        if _text(node.children[0]) != "`":
            return
        self.python2 = True
        several = self._symbols.get(node.children[1].type) == "testlist1"
        _become(node.children[0], "repr((" if several else "repr(", node.children[0].prefix)
        _become(node.children[-1], "))" if several else ")")

    def _strings(self, leaves: list[Any]) -> None:
        """`b"a" "b"`: text of both kinds side by side becomes text of one."""
        found = [_STRING_PREFIX.match(leaf.value) for leaf in leaves]
        prefixes = [one[0].lower() for one in found if one is not None]
        if len({"b" in prefix for prefix in prefixes}) < 2:
            return
        self.python2 = True
        for leaf, prefix in zip(leaves, prefixes, strict=True):
            leaf.value = prefix.replace("b", "") + leaf.value[len(prefix) :]

    def _comprehension(self, node: Any) -> None:
        """`for x in 1, 2` -> `for x in (1, 2)`."""
        for child in node.children:
            if self._symbols.get(child.type) == "testlist_safe":
                self.python2 = True
                child.insert_child(0, self._new(" (", child))
                child.append_child(self._new(")", child, after=True))

    # Names that are keywords since Python 3

    def _name(self, leaf: Any) -> None:
        """`x.None`, `True = 1` and the like, where Python 3 takes no keyword."""
        if leaf.type != _NAME or leaf.value not in ("True", "False", "None"):
            return
        if _text(leaf.prev_sibling) == "." or (leaf.value != "None" and self._binds(leaf)):
            self.python2 = True
            leaf.value += "_"

    def _declares(self, leaf: Any) -> bool:
        """Whether it is the keyword of `nonlocal x`."""
        parent = leaf.parent
        return self._symbols.get(parent.type) == "global_stmt" and parent.children[0] is leaf

    def _binds(self, leaf: Any) -> bool:
        """Whether a name is bound, deleted or declared where it stands."""
        node, parent = leaf, leaf.parent
        while parent is not None and self._symbols.get(parent.type) in _PATTERNS:
            if self._symbols.get(parent.type) == "atom" and _text(parent.children[0]) not in "([":
                return False
            node, parent = parent, parent.parent
        kind = self._symbols.get(parent.type) if parent is not None else None
        before, after = _text(node.prev_sibling), _text(node.next_sibling)
        if kind in _DECLARING:
            return True
        if kind in _LOOPS:
            return before == "for"
        if kind in ("with_item", "with_stmt", "asexpr_test", "except_clause"):
            return before in ("as", ",")
        if kind in ("parameters", "typedargslist", "varargslist", "lambdef", "old_lambdef"):
            return before not in ("=", ":")
        if kind in ("funcdef", "classdef"):
            return before in ("def", "class")
        if kind == "expr_stmt":
            return after == "=" or (before == "" and after in _AUGMENTED)
        return kind == "argument" and after == "="

    def _leaf(self, leaf: Any) -> None:
        value = leaf.value
        if not value:
            return
        if value == "<>":
            changed = "!="
        elif value[0].isdigit():
            changed = _number(value)
        elif value[-1] in "\"'":
            changed = self._string(value)
        elif value in _KEYWORDS and leaf.type == _NAME and not self._declares(leaf):
            self.renamed = True
            leaf.value = value + "_"
            return
        else:
            return
        if changed != value:
            self.python2 = True
            leaf.value = changed

    def _string(self, value: str) -> str:
        prefix = _STRING_PREFIX.match(value)[0]  # type: ignore[index]
        body = value[len(prefix) :]
        if prefix.lower() == "ur":
            return prefix[1] + body
        if "b" in prefix.lower() and not body.isascii():
            return prefix.lower().replace("b", "") + body
        if not prefix and not self._unicode_literals and "\\" in body:
            return _UNICODE_ESCAPE.sub(lambda m: rf"\\{m[1]}" if m[1] else m[0], body)
        return value

    # Tuple parameters

    def _function(self, node: Any) -> None:
        """`def f((a, b)): ...` -> `def f(t): (a, b) = t; ...`."""
        parameters = next(c for c in node.children if self._symbols.get(c.type) == "parameters")
        for pattern in self._patterns(parameters.children[1:-1], "tfpdef"):
            name = self._fresh("parameter")
            pattern.replace(self._new(pattern.prefix + name, pattern))
            self._assign_in(node.children[-1], pattern, name)

    def _lambda(self, node: Any) -> None:
        """`lambda (a, b): e` -> `lambda t: (lambda a, b: e)(*t)`."""
        colon = next(i for i, child in enumerate(node.children) if _text(child) == ":")
        for pattern in self._patterns(node.children[1:colon], "vfpdef"):
            name = self._fresh("parameter")
            pattern.replace(self._new(" " + name, pattern))
            before, after = self._unpacked(pattern, name, node.children[-1])
            for leaf in reversed(before):
                node.insert_child(colon + 1, leaf)
            for leaf in after:
                node.append_child(leaf)

    def _unpacked(self, pattern: Any, name: str, body: Any) -> tuple[list[Any], list[Any]]:
        """What goes before and after a lambda's body to bind the names of a pattern."""
        before = [self._new(" (lambda ", pattern)]
        argument = name if is_leaf(pattern.children[1]) else f"*{name}"  # (x) is no tuple
        after = [self._new(f")({argument})", body, after=True)]
        nested: list[tuple[Any, str]] = []
        inner = pattern.children[1]
        for element in [inner] if is_leaf(inner) else inner.children:
            if is_leaf(element):
                element.parent = None
                before.append(element)
                continue
            nested.append((element, self._fresh("parameter")))
            before.append(self._new(nested[-1][1], element))
        before.append(self._new(":", pattern))
        for element, its_name in nested:
            deeper_before, deeper_after = self._unpacked(element, its_name, body)
            before += deeper_before
            after = deeper_after + after
        return before, after

    def _patterns(self, arguments: list[Any], symbol: str) -> list[Any]:
        """The parenthesised parameters among a function's arguments, in order."""
        if len(arguments) == 1 and self._symbols.get(arguments[0].type) != symbol:
            arguments = [] if is_leaf(arguments[0]) else arguments[0].children
        found = [a for a in arguments if self._symbols.get(a.type) == symbol]
        self.python2 = self.python2 or bool(found)
        return found

    def _assign_in(self, suite: Any, target: Any, name: str) -> None:
        """Begin a suite with `target = name`, after the docstring."""
        target.prefix = ""
        assign = [target, self._new(f" = {name}", target, after=True)]
        if self._symbols.get(suite.type) != "suite":  # the body stands on the same line
            holder, end = suite.parent, ";"
            index = next(i for i, child in enumerate(holder.children) if child is suite)
            target.prefix = " "
        else:
            holder, index, end = suite, 2, "\n"
            if _is_docstring(suite.children[2]):
                index = 3
                target.prefix = suite.children[1].value
            else:
                suite.children[2].prefix = suite.children[1].value
        for offset, leaf in enumerate([*assign, self._new(end, target, after=True)]):
            holder.insert_child(index + offset, leaf)

    # Helpers

    def _parenthesise(self, node: Any, last: Any) -> None:
        """Put what follows a statement's keyword, to its last part, into parentheses."""
        self.python2 = True
        node.insert_child(1, self._new("(", node.children[0], after=True))
        node.append_child(self._new(")", last, after=True))

    def _is_parenthesised(self, node: Any) -> bool:
        return self._symbols.get(node.type) == "atom" and _text(node.children[0]) == "("

    def _fresh(self, what: str) -> str:
        self._names += 1
        return f"_python2_{what}_{self._names}"

    def _new(self, text: str, near: Any, *, after: bool = False) -> Any:
        """A leaf that stands for the begin, or the end, of another node."""
        leaves = [leaf for leaf in preorder(near) if is_leaf(leaf)]
        at = leaves[-1].origin.end if after else leaves[0].origin.start
        value = text.lstrip(" ")
        leaf = self._make_leaf(_NAME, value, prefix=text[: len(text) - len(value)])
        leaf.origin = Span(at, at)
        return leaf


_NAME = 1  # token.NAME and token.STRING, the same in every Python
_STRING = 3
_KEYWORDS = ("async", "await", "nonlocal")
_LOOPS = ("for_stmt", "comp_for", "old_comp_for")
_AUGMENTED = ("+=", "-=", "*=", "/=", "//=", "%=", "**=", "&=", "|=", "^=", "<<=", ">>=")
_PATTERNS = frozenset(
    "atom testlist_gexp listmaker exprlist testlist testlist_star_expr tfpdef tfplist".split()
)
"""What the names of a target may stand in."""
_DECLARING = frozenset(
    "del_stmt global_stmt import_as_name import_as_names import_from import_name dotted_as_name "
    "dotted_as_names dotted_name".split()
)


def is_leaf(node: Any) -> bool:
    """Whether a node of the concrete tree is a token."""
    return bool(node.type < 256)


def preorder(root: Any) -> Iterator[Any]:
    """A node and all below it in the order of the text, however deep."""
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))


def _is_docstring(statement: Any) -> bool:
    return bool(statement.children) and statement.children[0].type == _STRING


def _text(node: Any) -> str:
    return str(node.value) if node is not None and is_leaf(node) else ""


def _become(leaf: Any, value: str, prefix: str = "") -> None:
    leaf.prefix, leaf.value = prefix, value


def _number(value: str) -> str:
    """`0777L` -> `0o777`, `10L` -> `10`."""
    value = value.rstrip("lL")
    return f"0o{value[1:]}" if _OLD_OCTAL.fullmatch(value) else value
