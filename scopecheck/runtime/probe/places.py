"""Where in the program something happened: its frames, and nobody else's."""

from __future__ import absolute_import, division, print_function

import sys
import traceback


class Places(object):
    """The program's own lines, told apart from TensorFlow's by their file."""

    def __init__(self, program):
        self.program = program

    def now(self):
        """The innermost line of the program that is running, as (line, function)."""
        frame = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename == self.program:
                return frame.f_lineno, frame.f_code.co_name
            frame = frame.f_back
        return None, None

    def of(self, trace):
        """The lines of the program that a traceback went through, outermost first."""
        return [
            {"line": entry[1], "function": entry[2]}
            for entry in traceback.extract_tb(trace)
            if entry[0] == self.program
        ]

    def called_directly(self, is_passage):
        """Whether the program's line reached here through passages only.

        `is_passage(file)` says of a file on the way that it merely hands the
        call on, as the metaclass of tf.Variable does.
        """
        frame = sys._getframe(1)
        while frame is not None:
            file = frame.f_code.co_filename
            if file == self.program:
                return True
            if not is_passage(file):
                return False
            frame = frame.f_back
        return False
