"""An import kept from one script brings all that it rests on to the next."""

from __future__ import annotations

from pathlib import Path

from scopecheck.models import check
from scopecheck.source import read_file

FILES = {
    "package/base.py": "class Base:\n    def name(self):\n        return 'w'\n",
    "package/net.py": """\
import tensorflow as tf
from package import base


class Net(base.Base):
    def build(self):
        return tf.get_variable(self.name(), [2])
""",
    "one.py": "import tensorflow as tf\nfrom package import base\nfrom package import net\n",
    "two.py": "from package import net\n\nnet.Net().build()\nnet.Net().build()\n",
}


def test_what_a_module_took_from_a_package_comes_with_it(tmp_path: Path) -> None:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    files = [tmp_path / "one.py", tmp_path / "two.py"]
    one, two = check.run(files, root=tmp_path, loader=read_file)
    assert [ending.error for ending in one.endings] == [None]
    (error,) = [ending.error for ending in two.endings]
    assert error is not None
    assert error.message.startswith("Variable w already exists")
