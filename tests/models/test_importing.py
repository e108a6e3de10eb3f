"""Modules that a program imports by name while it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from scopecheck.config import Config
from scopecheck.engine import check_paths

NET = "import tensorflow.compat.v1 as tf\n\n\ndef build(n):\n    return tf.get_variable('v', [n])\n"
HEAD = """
import importlib
import sys

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
"""


def check(folder: Path, program: str) -> tuple[list[str], bool]:
    """The codes that are found in a program beside a module net, and whether all is decided."""
    (folder / "pack").mkdir()
    (folder / "pack" / "__init__.py").write_text("")
    (folder / "pack" / "net.py").write_text(NET)
    (folder / "program.py").write_text(HEAD + program)
    found = check_paths([str(folder / "program.py")], Config(root=folder)).result
    return [one.code for one in found.findings], not found.undecided


@pytest.mark.parametrize(
    "module",
    [
        "importlib.import_module('pack.' + 'net')",
        "__import__('pack.net').net",
        "__import__('pack.net', fromlist=['build'])",
        "__import__('pack.net', globals(), locals(), ['build'], 0)",
        "importlib.reload(importlib.import_module('pack.net'))",
    ],
)
def test_a_known_name_is_imported(tmp_path: Path, module: str) -> None:
    program = f"net = {module}\nnet.build(2)\nnet.build(2)\n"
    assert check(tmp_path, program) == (["SCO101"], True)


def test_the_default_of_an_option_is_imported(tmp_path: Path) -> None:
    program = """
import argparse

parser = argparse.ArgumentParser()
parser.add_argument('--net', default='pack.net')
net = importlib.import_module(parser.parse_args().net)
net.build(2)
net.build(2)
"""
    assert check(tmp_path, program) == (["SCO101"], True)


@pytest.mark.parametrize(
    "module", ["importlib.import_module(sys.argv[1])", "__import__(sys.argv[1])"]
)
def test_a_module_of_unknown_name_may_make_variables(tmp_path: Path, module: str) -> None:
    program = f"""
logits = {module}.build(tf.zeros([2, 3]))
loss = tf.reduce_sum(logits)
tf.train.AdamOptimizer(0.1).minimize(loss, var_list=tf.trainable_variables())
"""
    assert check(tmp_path, program) == ([], False)


def test_the_running_module_is_among_the_loaded(tmp_path: Path) -> None:
    program = """
def build():
    return tf.get_variable('v', [2])


getattr(sys.modules[__name__], 'build')()
getattr(sys.modules[__name__], 'build')()
"""
    assert check(tmp_path, program) == (["SCO101"], True)


def test_what_an_import_found_in_its_package_is_there_for_the_next_script(tmp_path: Path) -> None:
    base = "import tensorflow as tf\nclass Base:\n    def make(self):\n"
    base += "        return tf.get_variable('w', [1])\n"
    first = "from pack import base\nfrom pack import derived\nderived.Derived().make()\n"
    files = {
        "pack/__init__.py": "",
        "pack/base.py": base,
        "pack/derived.py": "from pack import base\nclass Derived(base.Base):\n    pass\n",
        "a.py": first,
        "b.py": "from pack import derived\nderived.Derived().make()\nderived.Derived().make()\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    result = check_paths([str(tmp_path)], Config(root=tmp_path)).result
    assert not result.failures
    assert [(one.code, one.site.line) for one in result.findings] == [("SCO101", 4)]


SCAN = """import os
import pkgutil

__all__ = []


def _bring(name):
    module = __import__(name, globals(), locals(), level=1)
    held = module.__all__ if '__all__' in dir(module) else dir(module)
    {forget}
    for one in held:
        if not one.startswith('__'):
            globals()[one] = module.__dict__[one]
            __all__.append(one)


for _, name, package in pkgutil.iter_modules([os.path.dirname(__file__)]):
    if not package and os.path.isfile(os.path.join(os.path.dirname(__file__), name + '.py')):
        _bring(name)
"""


@pytest.mark.parametrize("forget", ["del globals()[name]", "globals().pop(name, None)", "pass"])
def test_a_package_brings_what_its_modules_define(tmp_path: Path, forget: str) -> None:
    (tmp_path / "nets" / "inner").mkdir(parents=True)
    (tmp_path / "nets" / "inner" / "__init__.py").write_text("raise RuntimeError\n")
    (tmp_path / "nets" / "__init__.py").write_text(SCAN.format(forget=forget))
    (tmp_path / "nets" / "build.py").write_text("__all__ = ['build']\n" + NET)
    for at in range(12):  # more modules than a loop that does nothing has passes
        (tmp_path / "nets" / f"data{at}.py").write_text(f"SIZE{at} = [{at}]\n" * 60)
    program = """
from nets import *
from nets.build import build as again

build(SIZE11[0])
again(2)
"""
    assert check(tmp_path, program) == (["SCO101"], True)


def test_a_function_keeps_the_name_of_the_module_it_came_from(tmp_path: Path) -> None:
    (tmp_path / "nets").mkdir()
    (tmp_path / "nets" / "__init__.py").write_text("from .build import build\n")
    (tmp_path / "nets" / "build.py").write_text(NET)
    program = """
import nets.build
from nets.build import build

nets.build(2)
build(2)
"""
    assert check(tmp_path, program) == (["SCO101"], True)


def test_a_module_whose_names_are_set_by_unknown_ones_stays_a_module(tmp_path: Path) -> None:
    (tmp_path / "nets").mkdir()
    names = "for name in open('names').read().split():\n    globals()[name] = 1\n"
    (tmp_path / "nets" / "__init__.py").write_text(f"import sys\n{names}")
    (tmp_path / "nets" / "build.py").write_text(NET)
    program = "import nets\nimport nets.build\n\nnets.build.build(2)\nnets.build.build(2)\n"
    assert check(tmp_path, program) == (["SCO101"], True)


def test_a_module_that_loads_another_one_when_it_is_asked(tmp_path: Path) -> None:
    (tmp_path / "nets").mkdir()
    (tmp_path / "nets" / "build.py").write_text(NET)
    (tmp_path / "nets" / "__init__.py").write_text("""
import importlib
import types


class Later(types.ModuleType):
    def __init__(self, local, names, name):
        self._local = local
        self._names = names
        super(Later, self).__init__(name)

    def __getattr__(self, item):
        module = importlib.import_module(self.__name__)
        self._names[self._local] = module
        self.__dict__.update(module.__dict__)
        return getattr(module, item)


globals()['build'] = Later('build', globals(), __name__ + '.build')
""")
    program = """
import nets

assert nets.__name__ == 'nets'
held = nets.build
held.build(2)
held.build(3)
"""
    assert check(tmp_path, program) == (["SCO101"], True)


def test_a_function_is_found_by_the_name_of_its_module(tmp_path: Path) -> None:
    (tmp_path / "nets").mkdir()
    (tmp_path / "nets" / "__init__.py").write_text("")
    made = "\n\nclass Builder(object):\n    def build(self, n):\n        return build(n)\n"
    (tmp_path / "nets" / "build.py").write_text(NET + made)
    program = """
from nets.build import Builder, build


def by_name(name):
    module, _, last = name.rpartition(".")
    return getattr(importlib.import_module(module), last)


class Own(object):
    pass


assert build.__name__ in sys.modules[build.__module__].__dict__
assert (build.__module__, Builder.__module__, Own.__module__) == ("nets.build",) * 2 + ("__main__",)
by_name(build.__module__ + "." + build.__name__)(2)
by_name(Builder.__module__ + "." + Builder.__name__)().build(2)
"""
    assert check(tmp_path, program) == (["SCO101"], True)


def test_attributes_of_unknown_names_stay_beside_the_others(tmp_path: Path) -> None:
    program = """
import pack.net


class Options(object):
    def __init__(self, names):
        for name in names:
            self.__dict__.update({name: 1})
        self.__dict__.update(units=2)


options = Options(open("names").read().split())
pack.net.build(options.units)
pack.net.build(options.units)
"""
    assert check(tmp_path, program) == (["SCO101"], True)
