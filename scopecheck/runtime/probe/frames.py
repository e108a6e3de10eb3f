"""Which frames are the program's own, and what places they stand at."""

from __future__ import absolute_import, division, print_function

import dis
import functools
import os
import sys
import sysconfig
import threading

# In Python 3.11 and older these are frames of their own, inside the function they stand in.
_COMPREHENSIONS = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")
_RUN = threading.Thread.run
_PACKAGES = (os.sep + "site-packages" + os.sep, os.sep + "dist-packages" + os.sep)


class Frames(object):
    """Tells the program's code from everybody else's, and walks the stack.

    home: the folder of the program; what lies below it is the program's, and so is what is
    neither Python's own nor an installed package.
    """

    def __init__(self, home):
        self._home = os.path.join(os.path.realpath(home), "")
        self.converted = set()  # files whose text is not what the user wrote
        self._library = _library_folders()
        self._own = {}  # code -> whether it is the program's
        self._positions = {}  # code -> its instructions' positions
        self._exits = {}  # code -> the lines of the `with` statements that it leaves
        self._origins = {}  # file that AutoGraph made -> origins by line

    def is_own(self, code):
        """Whether some code is the program's."""
        known = self._own.get(code)
        if known is None:
            known = self._own[code] = self.is_own_file(code.co_filename)
        return known

    def is_written(self, code):
        """Whether some code is the program's, or what AutoGraph made of it."""
        return code.co_filename in self._origins or self.is_own(code)

    def learn(self, source_map):
        """Take AutoGraph's word for what it made lines of code from."""
        for made, origin in source_map.items():
            self._origins.setdefault(made.filename, {})[made.lineno] = origin

    def _origin(self, code, line):
        """The place that AutoGraph made a line of code from; None where it is nobody's own."""
        origin = self._origins[code.co_filename].get(line)
        if origin is None or not self.is_own_file(origin.loc.filename):
            return None
        name = origin.function_name or code.co_name
        return (origin.loc.filename, origin.loc.lineno, None, None, None, name)

    def is_own_file(self, file):
        """Whether a file (or a notebook's cell) is the program's."""
        if file.startswith("<") or not os.path.isabs(file):
            return False
        rest = file[len(self._home) :] if file.startswith(self._home) else None
        if rest is not None and not any(name in os.sep + rest for name in _PACKAGES):
            return True
        if any(name in file for name in _PACKAGES):
            return False
        return not file.startswith(self._library)

    def path(self, frame=None):
        """The places of the program's frames, outermost first."""
        frame = frame or sys._getframe(1)
        places = []
        inside = None  # the code of a comprehension, whose place is its function's too
        made = None  # code that AutoGraph made, and what it was made from
        while frame is not None:
            code = frame.f_code
            if code.co_filename in self._origins:
                origin = self._origin(code, frame.f_lineno)
                if origin is not None and not _is_piece(made, code, origin):
                    places.append(origin)
                made = (code, origin)
            elif self.is_own(code):
                if inside is not None and _holds(code, inside):
                    inside = code if code.co_name in _COMPREHENSIONS else None
                else:
                    places.append(self.place(frame))
                    inside = code if code.co_name in _COMPREHENSIONS else None
            frame = frame.f_back
        places.reverse()
        return self._started() + tuple(places) if places else ()

    def follow_threads(self):
        """A thread that runs a function of the program's goes on from where it was started."""
        start = threading.Thread.start
        frames = self

        @functools.wraps(start)
        def started(thread):
            if frames.runs_own(thread):
                thread._scopecheck_path = frames.path(sys._getframe(1))
            start(thread)

        threading.Thread.start = started

    def runs_own(self, thread):
        """Whether what a thread runs is the program's own."""
        target = getattr(thread, "_target", None) or getattr(thread, "_Thread__target", None)
        run = target if type(thread).run is _RUN else type(thread).run
        code = getattr(getattr(run, "__func__", run), "__code__", None)
        return code is not None and self.is_own(code)

    @staticmethod
    def _started():
        return getattr(threading.current_thread(), "_scopecheck_path", ())

    def innermost(self, frame):
        """The innermost frame of the program, and the frame that it called."""
        below = None
        while frame is not None and not self.is_own(frame.f_code):
            below, frame = frame, frame.f_back
        return frame, below

    def place(self, frame):
        """(file, line, column, end line, end column, function) of where a frame stands.

        Columns count from 0 in bytes; they and the end are None where Python doesn't know.
        """
        return self._place(frame.f_code, frame.f_lasti, frame.f_lineno)

    def _place(self, code, instruction, line):
        file, function = code.co_filename, code.co_name
        if file not in self.converted and hasattr(code, "co_positions"):
            positions = self._positions.get(code)
            if positions is None:
                positions = self._positions[code] = list(code.co_positions())
            index = instruction // 2
            if 0 <= index < len(positions) and None not in positions[index]:
                first, end_line, column, end_column = positions[index]
                if first == line:  # else TensorFlow has put the traceback together anew
                    return (file, first, column, end_line, end_column, function)
        exits = self._exits.get(code)
        if exits is None:
            exits = self._exits[code] = exits_of(code)
        return (file, exits.get(instruction, line), None, None, None, function)

    def of_traceback(self, trace):
        """The places that a traceback went through, outermost first."""
        places = []
        around = None
        while trace is not None:
            code = trace.tb_frame.f_code
            if code.co_filename not in self._origins and self.is_own(code):
                place = self._place(code, trace.tb_lasti, trace.tb_lineno)
                if code.co_name in _COMPREHENSIONS and around is not None and _holds(around, code):
                    places[-1] = place
                else:
                    places.append(place)
                around = code
            trace = trace.tb_next
        return tuple(places)


def exits_of(code):
    """Lines of `with` statements, by the offset of the instruction that leaves each.

    Up to Python 3.8 a frame that leaves one stands at the last line that ran inside; later it
    stands at the statement, as here, and nothing is to be mended.
    """
    setup = dis.opmap.get("SETUP_WITH")
    leaving = dis.opmap.get("WITH_CLEANUP_START", dis.opmap.get("WITH_CLEANUP"))
    found = {}
    if setup is None or leaving is None:
        return found
    line, starts = None, dict(dis.findlinestarts(code))
    for offset, operation, target in _instructions(code):
        line = starts.get(offset, line)
        if operation == setup:
            found[target] = line
    return found


def _instructions(code):
    """(offset, operation, where a relative jump goes) of every instruction of old Pythons."""
    text, wide = bytearray(code.co_code), sys.version_info[0] > 2
    offset, extended = 0, 0
    while offset < len(text):
        operation = text[offset]
        if wide:
            size, argument = 2, text[offset + 1]
        elif operation >= dis.HAVE_ARGUMENT:
            size, argument = 3, text[offset + 1] | text[offset + 2] << 8
        else:
            size, argument = 1, 0
        argument |= extended << (8 if wide else 16)
        extended = argument if operation == dis.EXTENDED_ARG else 0
        yield offset, operation, offset + size + argument
        offset += size


def _holds(outer, inner):
    """Whether a comprehension's code is written in a function's."""
    return any(constant is inner for constant in outer.co_consts)


def _is_piece(made, code, origin):
    """Whether AutoGraph made a piece of this very function, a branch say, into one of its own."""
    if made is None or made[1] is None or not _holds(code, made[0]):
        return False
    return made[1][0] == origin[0] and made[1][-1] == origin[-1]


def _library_folders():
    names = ("stdlib", "platstdlib", "purelib", "platlib")
    found = set(sysconfig.get_path(name) for name in names)
    found.add(os.path.dirname(os.__file__))
    found.add(os.path.dirname(os.path.abspath(__file__)))
    found |= set(_installed_elsewhere(sys.path))
    found |= set(os.path.realpath(folder) for folder in list(found) if folder)
    return tuple(os.path.join(folder, "") for folder in found if folder)


def _installed_elsewhere(folders):
    """Those of sys.path's folders that a TensorFlow is installed in, wherever they are."""
    for folder in folders:
        if os.path.isfile(os.path.join(folder, "tensorflow", "python", "__init__.py")):
            yield os.path.abspath(folder)
