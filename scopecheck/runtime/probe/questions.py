"""What the host may ask about the graph while it lives."""

from __future__ import absolute_import, division, print_function


class Questions(object):
    """Answers by the name of the question."""

    def __init__(self, session):
        self._session = session

    def answer(self, question):
        """A record with the answer, or with the error that prevents it."""
        try:
            return {"value": getattr(self, "_" + question["ask"])(**question["with"])}
        except Exception as error:
            return {"error": "%s: %s" % (type(error).__name__, str(error).split("\n")[0])}
