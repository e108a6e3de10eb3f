"""The line to the host: a JSON record to a line, both ways, over two pipes."""

from __future__ import absolute_import, division, print_function

import io
import json
import os
import threading


class Channel(object):
    """Asks the host, and answers it. A process that the program forked stays silent."""

    def __init__(self, reading, writing):
        self._reading = io.open(reading, "rb", closefd=False)
        self._writing = writing
        self._process = os.getpid()
        self._lock = threading.Lock()

    @property
    def is_ours(self):
        """Whether this is still the process that the host started."""
        return os.getpid() == self._process

    def say(self, **record):
        """Tell the host something."""
        if not self.is_ours:
            return
        data = json.dumps(record, sort_keys=True).encode("utf-8") + b"\n"
        while data:
            data = data[os.write(self._writing, data) :]

    def hear(self):
        """The host's next record; None when it has no more."""
        line = self._reading.readline()
        return json.loads(line.decode("utf-8")) if line else None

    def ask(self, **record):
        """Tell the host something and wait for what it says."""
        with self._lock:
            self.say(**record)
            return self.hear()
