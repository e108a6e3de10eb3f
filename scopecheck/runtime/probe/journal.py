"""What was seen, as lines of JSON: tables of places and variables, and the events.

The fields are those of the data classes in `scopecheck/trace`, except that a site is written
as it was seen (`RawSite`); the host finds the rest in the source.
"""

from __future__ import absolute_import, division, print_function

import io
import json
import threading


class Journal(object):
    """Collects the lines of one trace. Events may come from any thread."""

    def __init__(self, frames):
        self.frames = frames
        self.events = []
        self.lock = threading.RLock()
        self._sites = {}  # place -> number
        self._places = []  # by number
        self._by_lines = {}

    def site(self, place):
        """The number of a place."""
        with self.lock:
            number = self._sites.get(place)
            if number is None:
                number = self._sites[place] = len(self._places)
                self._places.append(place)
            return number

    def path(self, frame=None):
        """The numbers of the places on the stack; empty outside the program."""
        return [self.site(place) for place in self.frames.path(frame)]

    def event(self, kind, path, **fields):
        """Note an event at the end of a path; nothing where the program had no part in it."""
        if not path:
            return None
        record = dict(fields, **{"is": kind, "site": path[-1], "path": path})
        with self.lock:
            self.events.append(record)
            self._by_lines.setdefault(self._lines(path), path)
        return record

    def _lines(self, path):
        return tuple(self._places[number][:2] for number in path)

    def path_of_lines(self, lines):
        """The path of an event whose places are on these lines, as (file, line)."""
        return self._by_lines.get(lines)

    def write(self, file, head, tables, endings):
        """Write everything: the head, the tables, the events, the endings."""
        with io.open(file, "wb") as out:
            for record in self._records(head, tables, endings):
                out.write(json.dumps(record, sort_keys=True).encode("utf-8") + b"\n")

    def _records(self, head, tables, endings):
        yield head
        for number, place in enumerate(self._places):
            yield {"is": "RawSite", "id": number, "at": [_text(part) for part in place]}
        for record in tables:
            yield record
        for record in self.events:
            yield record
        for record in endings:
            yield record


def _text(value):
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
