"""The language server: findings while a program is written, fixes, and what calls share.

It analyses what is in the editor, as far as it is open there, and what is on disk.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from scopecheck import __version__
from scopecheck.config import Config, ConfigError, load
from scopecheck.engine import Examined, examine
from scopecheck.repair import Proven, Repair, Scope, fixes
from scopecheck.report.details import paragraph
from scopecheck.report.hover import hover_text
from scopecheck.rules import Finding, Label, Severity
from scopecheck.source import shown
from scopecheck.trace import Site
from scopecheck.workspace import matches

DELAY = 0.4
"""Seconds without typing before a changed file is analysed."""

_SEVERITY = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


@dataclass(frozen=True, slots=True)
class State:
    """What is known of an open file: the version that was analysed, and what was found."""

    version: int | None
    config: Config
    examined: Examined


class Server(LanguageServer):
    """Keeps the last analysis of each open file."""

    def __init__(self) -> None:
        super().__init__("scopecheck", __version__)
        self.states: dict[str, State] = {}
        self.waiting: dict[str, asyncio.Task[None]] = {}

    def soon(self, uri: str, delay: float = 0.0) -> None:
        """Analyse a file after a while; a later request takes an earlier one's place."""
        if (earlier := self.waiting.pop(uri, None)) is not None:
            earlier.cancel()
        self.waiting[uri] = asyncio.ensure_future(self._after(uri, delay))

    async def state(self, uri: str) -> State | None:
        """The analysis of a file as it is now; None where it is not to be analysed."""
        document = self.workspace.get_text_document(uri)
        known = self.states.get(uri)
        if known is not None and known.version == document.version:
            return known
        try:
            config = load(Path(document.path))
        except ConfigError as error:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, str(error)))
            return None
        if matches(document.path, config.exclude, config.root):
            return None
        version, texts = document.version, self.texts()
        examined = await asyncio.to_thread(examine, [document.path], config, texts)
        state = State(version, config, examined)
        self.states = {uri: state, **{u: s for u, s in self.states.items() if u != uri}}
        return state

    def texts(self) -> dict[str, bytes]:
        """The files that are open, as they are in the editor."""
        documents = self.workspace.text_documents.values()
        return {shown(one.path): one.source.encode(errors="replace") for one in documents}

    async def _after(self, uri: str, delay: float) -> None:
        await asyncio.sleep(delay)
        state = await self.state(uri)
        document = self.workspace.get_text_document(uri)
        found = state.examined.result.findings if state is not None else ()
        name = shown(document.path)
        diagnostics = [one for finding in found for one in self._diagnostics(finding, name)]
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, diagnostics, document.version)
        )

    def _diagnostics(self, finding: Finding, name: str) -> Iterator[types.Diagnostic]:
        site = place_in(finding, name)
        if site is None:
            return
        related = (*finding.related, *finding.path)
        if site != finding.site:
            related = (Label(finding.site, "here"), *related)
        yield types.Diagnostic(
            range=self.range(site),
            message=paragraph(finding),
            severity=_SEVERITY[finding.severity],
            code=finding.code,
            source="scopecheck",
            related_information=[
                types.DiagnosticRelatedInformation(
                    types.Location(uri_of(label.site.file), self.range(label.site)), label.text
                )
                for label in related
            ],
            data=finding.fingerprint,
        )

    def range(self, site: Site) -> types.Range:
        """A site in the client's columns."""
        plain = types.Range(
            types.Position(site.line - 1, site.column - 1),
            types.Position(site.end_line - 1, site.end_column - 1),
        )
        document = self.workspace.get_text_document(uri_of(site.file))
        return self.workspace.position_codec.range_to_client_units(lines_of(document), plain)

    def position(self, document: TextDocument, position: types.Position) -> tuple[int, int]:
        """A client's position as a trace counts: from 1, columns in UTF-8 bytes."""
        codec, lines = self.workspace.position_codec, lines_of(document)
        plain = codec.position_from_client_units(lines, position)
        before = lines[plain.line][: plain.character] if plain.line < len(lines) else ""
        return plain.line + 1, len(before.encode(errors="replace")) + 1


def lines_of(document: TextDocument) -> Sequence[str]:
    """A document's lines; none of one that cannot be read."""
    try:
        return document.lines
    except OSError:
        return ()


def place_in(finding: Finding, name: str) -> Site | None:
    """Where a file shows a finding: its own place, or the last one on the way to it."""
    sites = [finding.site, *(label.site for label in reversed(finding.path))]
    sites += [label.site for label in finding.related]
    return next((site for site in sites if site.file == name and site.cell is None), None)


def uri_of(name: str) -> str:
    """The address of a file by the name that it is shown by."""
    return Path(os.path.abspath(name)).as_uri()


def create() -> Server:
    """A server that knows all it can do."""
    server = Server()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.soon(params.text_document.uri, DELAY)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.states.clear()  # what the others import may have changed
        for uri in list(server.workspace.text_documents):
            server.soon(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.states.pop(uri, None)
        if (task := server.waiting.pop(uri, None)) is not None:
            task.cancel()
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    async def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        return await code_actions(server, params)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        state = await server.state(uri)
        if state is None:
            return None
        document = server.workspace.get_text_document(uri)
        place = server.position(document, params.position)
        text = hover_text(state.examined.traces, shown(document.path), *place)
        if text is None:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text))

    return server


async def code_actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """The fixes of the findings that the client asks about."""
    uri = params.text_document.uri
    state = await server.state(uri)
    if state is None:
        return []
    wanted = {one.data: one for one in params.context.diagnostics if one.source == "scopecheck"}
    found = [
        (finding, wanted[finding.fingerprint])
        for finding in state.examined.result.findings
        if finding.fingerprint in wanted
    ]
    path = server.workspace.get_text_document(uri).path
    changes = {name: (data, data) for name, data in server.texts().items()}
    actions = []
    for finding, diagnostic in found:
        done = Repair(state.examined, dict(changes))
        proven = await asyncio.to_thread(
            lambda one, known: list(fixes(one, Scope([path], state.config), known)), finding, done
        )
        actions += [_action(server, one, diagnostic) for one in proven]
    return actions


def _action(server: Server, proven: Proven, diagnostic: types.Diagnostic) -> types.CodeAction:
    proposal = proven.proposal
    return types.CodeAction(
        title=proposal.title if proposal.safe else f"{proposal.title} (unsafe)",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        is_preferred=proven.safe,
        edit=types.WorkspaceEdit(
            changes={
                uri_of(name): [_edit(server, name, text)] for name, text in proposal.texts.items()
            }
        ),
    )


def _edit(server: Server, name: str, text: str) -> types.TextEdit:
    """The lines that differ, replaced."""
    old = list(lines_of(server.workspace.get_text_document(uri_of(name))))
    new = text.splitlines(keepends=True)
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    whole = types.Range(types.Position(first, 0), types.Position(len(old) - last, 0))
    return types.TextEdit(whole, "".join(new[first : len(new) - last]))
