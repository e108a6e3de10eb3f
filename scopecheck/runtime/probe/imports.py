"""Imports of the program's own modules, through the instrument."""

from __future__ import absolute_import, division, print_function

import io
import os
import sys
import types

import old_python


class Importer(object):
    """Finds modules whose file is the program's, before Python's own finders do.

    convert: gives the text that stands for a file which this Python cannot read, or None.
    """

    def __init__(self, frames, instrument, convert):
        self._frames = frames
        self._instrument = instrument
        self._convert = convert
        self.lenient = False  # whether a source that Python 3 can read may be meant for Python 2
        self._texts = {}

    def install(self):
        """Be asked first."""
        sys.meta_path.insert(0, self)

    def compiled(self, file):
        """The instrumented code of a file, and whether it is Python 2 run under 3."""
        if file not in self._texts:
            with io.open(file, "rb") as opened:
                source = opened.read()
            try:
                return self._instrument.compile(source, file), False
            except SyntaxError:
                text = self._convert(file)
                if text is None:
                    raise
                self._texts[file] = text.encode("utf-8")
        return self._instrument.compile(self._texts[file], file, python2=True), True

    def name(self, module, python2):
        """Give a module the built-in names that its Python had."""
        if python2:
            module.__dict__.update(old_python.names())
        elif self.lenient:
            module.__dict__.update(old_python.gone())

    def _file(self, path, name):
        """The file of a module, if it is the program's."""
        last = name.rpartition(".")[2]
        for folder in sys.path if path is None else path:
            base = os.path.join(os.path.abspath(folder or "."), last)
            for file, package in ((os.path.join(base, "__init__.py"), True), (base + ".py", False)):
                if os.path.isfile(file):
                    own = self._frames.is_own_file(os.path.realpath(file))
                    return (file, package) if own else None
        return None

    # Python 3

    def find_spec(self, name, path=None, target=None):
        """Where a module comes from; None leaves it to the others."""
        found = self._file(path, name)
        if found is None:
            return None
        from importlib.util import spec_from_file_location

        file, package = found
        places = [os.path.dirname(file)] if package else None
        return spec_from_file_location(
            name, file, loader=self._loader(name, file), submodule_search_locations=places
        )

    def _loader(self, name, file):
        from importlib.machinery import SourceFileLoader

        importer = self

        class Loader(SourceFileLoader):
            def get_code(self, fullname):
                return importer.compiled(file)[0]

            def exec_module(self, module):
                code, python2 = importer.compiled(file)
                importer.name(module, python2)
                exec(code, module.__dict__)

        return Loader(name, file)

    # Python 2

    def find_module(self, name, path=None):
        """As `find_spec`, for Python 2."""
        if sys.version_info[0] > 2:
            return None
        found = self._file(path, name)
        return _Loader(self, *found) if found is not None else None


class _Loader(object):
    def __init__(self, importer, file, package):
        self._importer, self._file, self._package = importer, file, package

    def load_module(self, name):
        """Execute the module."""
        if name in sys.modules:
            return sys.modules[name]
        module = sys.modules[name] = types.ModuleType(name)
        module.__file__, module.__loader__ = self._file, self
        if self._package:
            module.__path__ = [os.path.dirname(self._file)]
            module.__package__ = name
        else:
            module.__package__ = name.rpartition(".")[0]
        try:
            exec(self._importer.compiled(self._file)[0], module.__dict__)
        except BaseException:
            sys.modules.pop(name, None)
            raise
        return sys.modules[name]
