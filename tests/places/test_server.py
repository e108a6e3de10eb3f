"""The language server, asked by a real client over standard input and output."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="pygls is not installed")

from lsprotocol import types
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (Path(__file__).parent / "fixes" / "second_call.before.py").read_text(encoding="utf-8")
FIXED = (Path(__file__).parent / "fixes" / "second_call.after.py").read_text(encoding="utf-8")
PATIENCE = 60.0

Talk = Callable[["Editor"], Awaitable[None]]


class Editor(LanguageClient):
    """A client that remembers the diagnostics that it is sent."""

    def __init__(self, folder: Path) -> None:
        super().__init__("test", "1")
        self.folder = folder
        self.sent: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.said: list[str] = []

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def diagnostics(params: types.PublishDiagnosticsParams) -> None:
            self.sent.put_nowait(params)

        @self.feature(types.WINDOW_SHOW_MESSAGE)
        def message(params: types.ShowMessageParams) -> None:
            self.said.append(params.message)

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str) -> None:
        item = types.TextDocumentItem(self.uri(name), "python", 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, name: str, text: str, version: int) -> None:
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, self.uri(name)),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    async def diagnostics(self, name: str) -> list[types.Diagnostic]:
        """The next diagnostics of a file."""
        while True:
            params = await asyncio.wait_for(self.sent.get(), PATIENCE)
            if params.uri == self.uri(name):
                return list(params.diagnostics)


@pytest.fixture
def talk(tmp_path: Path) -> Callable[[Talk], None]:
    """Runs a conversation with a fresh server."""

    async def session(conversation: Talk) -> None:
        editor = Editor(tmp_path)
        command = [sys.executable, "-c", "from scopecheck.cli import main; main()", "server"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        await editor.start_io(*command, env=environment, cwd=str(tmp_path))
        try:
            await editor.initialize_async(
                types.InitializeParams(types.ClientCapabilities(), root_uri=tmp_path.as_uri())
            )
            editor.initialized(types.InitializedParams())
            await conversation(editor)
        finally:
            await editor.shutdown_async(None)
            editor.exit(None)
            await editor.stop()

    return lambda conversation: asyncio.run(asyncio.wait_for(session(conversation), 2 * PATIENCE))


def applied(text: str, edit: types.TextEdit) -> str:
    """A text with an edit of whole lines made."""
    lines = text.splitlines(keepends=True)
    assert edit.range.start.character == edit.range.end.character == 0
    lines[edit.range.start.line : edit.range.end.line] = [edit.new_text]
    return "".join(lines)


def test_diagnostics(talk: Any, tmp_path: Path) -> None:
    (tmp_path / "gan.py").write_text("x = 1\n", encoding="utf-8")

    async def conversation(editor: Editor) -> None:
        editor.open("gan.py", PROGRAM)
        (found,) = await editor.diagnostics("gan.py")
        assert (found.code, found.source, found.severity) == ("SCO101", "scopecheck", 1)
        assert found.range == types.Range(types.Position(8, 12), types.Position(8, 40))
        assert "help: to share it, pass reuse=True" in found.message
        labels = [one.message for one in found.related_information or ()]
        assert labels == [
            "first created here too, in the call at line 13",
            "the scope `d` is opened here, without reuse",
            "called again here",
        ]
        editor.change("gan.py", FIXED, 2)
        assert await editor.diagnostics("gan.py") == []
        editor.change("gan.py", PROGRAM, 3)
        assert len(await editor.diagnostics("gan.py")) == 1
        name = types.TextDocumentIdentifier(editor.uri("gan.py"))
        editor.text_document_did_save(types.DidSaveTextDocumentParams(name))
        assert len(await editor.diagnostics("gan.py")) == 1
        editor.text_document_did_close(types.DidCloseTextDocumentParams(name))
        assert await editor.diagnostics("gan.py") == []

    talk(conversation)


def test_code_actions(talk: Any, tmp_path: Path) -> None:
    (tmp_path / "gan.py").write_text(PROGRAM, encoding="utf-8")

    async def conversation(editor: Editor) -> None:
        editor.open("gan.py", PROGRAM)
        diagnostics = await editor.diagnostics("gan.py")
        actions = await editor.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(editor.uri("gan.py")),
                diagnostics[0].range,
                types.CodeActionContext(diagnostics),
            )
        )
        (action,) = actions or ()
        assert isinstance(action, types.CodeAction)
        assert (action.title, action.is_preferred) == ("pass reuse=True to discriminator", True)
        assert action.edit is not None
        assert action.edit.changes is not None
        (edit,) = action.edit.changes[editor.uri("gan.py")]
        assert applied(PROGRAM, edit) == FIXED

    talk(conversation)


def test_hover(talk: Any, tmp_path: Path) -> None:
    async def conversation(editor: Editor) -> None:
        editor.open("new.py", FIXED)  # not on disk
        assert await editor.diagnostics("new.py") == []

        async def over(line: int, character: int) -> str | None:
            name = types.TextDocumentIdentifier(editor.uri("new.py"))
            place = types.HoverParams(name, types.Position(line, character))
            hover = await editor.text_document_hover_async(place)
            if hover is None:
                return None
            assert isinstance(hover.contents, types.MarkupContent)
            return hover.contents.value

        assert await over(8, 20) == (
            "**`d/w:0`** `(4, 1)` float32, trainable\n\nshared by 2 calls:\n\n"
            "- new.py:13:8 in `<module>`\n- new.py:14:8 in `<module>`"
        )
        assert await over(0, 3) is None
        assert await over(99, 3) is None

    talk(conversation)


def test_two_open_files_and_wide_characters(talk: Any, tmp_path: Path) -> None:
    """The importing file is not on disk as it is in the editor; columns are UTF-16."""
    head, tail = PROGRAM.split("\n\nreal = ")
    scope = 'tf.variable_scope("d", reuse=reuse)'
    network = head.replace(scope, f'tf.device("🙂" and "/cpu:0"), {scope}')
    calls = f"import tensorflow.compat.v1 as tf\nfrom net import discriminator\n\nreal = {tail}"
    (tmp_path / "net.py").write_text(network, encoding="utf-8")
    (tmp_path / "train.py").write_text("x = 1\n", encoding="utf-8")

    async def conversation(editor: Editor) -> None:
        editor.open("net.py", network)
        await editor.diagnostics("net.py")
        editor.open("train.py", calls)
        (found,) = await editor.diagnostics("train.py")
        assert (found.code, found.range.start.line) == ("SCO101", 4)
        places = {one.location.uri: one for one in found.related_information or ()}
        assert set(places) == {editor.uri("net.py"), editor.uri("train.py")}
        opened = [one for one in found.related_information or () if "opened here" in one.message]
        assert opened[0].location.range.start.character == network.split("\n")[7].index(scope) + 1

    talk(conversation)


def test_a_wrong_configuration_is_said(talk: Any, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.scopecheck]\nselct = []\n", encoding="utf-8")

    async def conversation(editor: Editor) -> None:
        editor.open("gan.py", PROGRAM)
        assert await editor.diagnostics("gan.py") == []
        (said,) = editor.said
        assert "unknown setting 'selct'; did you mean 'select'?" in said

    talk(conversation)


def test_without_pygls() -> None:
    code = (
        "import sys; sys.modules['pygls'] = None; sys.argv = ['scopecheck', 'server']\n"
        "from scopecheck.cli import main; main()"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'scopecheck[lsp]'" in done.stderr
