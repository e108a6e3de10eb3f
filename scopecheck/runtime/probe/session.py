"""A job from its start to its end: listening, running the target, telling how it ended."""

from __future__ import absolute_import, division, print_function

import os
import signal
import sys
import threading
import traceback

import calls
import checkpoints
import frames
import growth
import imports
import instrument
import journal
import layers
import made
import old_python
import outcome
import questions
import refusals
import replicas
import scopes
import store
import targets
import tensorflow
import tensors
import training
import units
import wrapping
from tensorflow.python.autograph.pyct import origin_info

try:
    import builtins
except ImportError:  # Python 2
    import __builtin__ as builtins


class Session(object):
    """One job."""

    def __init__(self, job, line, hide):
        self._job, self._line = job, line
        self.frames = frames.Frames(job["home"])
        self.instrument = instrument.Instrument()
        self.journal = journal.Journal(self.frames)
        self.tensors = tensors.Tensors()
        self.calls = calls.Calls(self.journal, self.tensors, self.instrument.definitions)
        self.made = made.Made(self.journal, self.tensors, self.calls)
        self.scopes = scopes.Scopes(self.journal, self.calls)
        self.store = store.Store(self.journal, self.made, self.scopes, self.calls)
        self.training = training.Training(self.journal, self.tensors, self.made, self.store)
        self.units = units.Units(self.journal)
        self.layers = layers.Layers(
            self.journal, self.tensors, self.made, self.calls, self.units
        )
        self.importer = imports.Importer(self.frames, self.instrument, self._convert)
        self._hide = hide
        self._replicas = None
        self._error = None

    def run(self):
        """Run the target and answer the host until it has no more questions."""
        self._listen()
        job = self._job
        sys.argv = [str(word) for word in job["argv"]]
        hidden = self._hide(job["folder"])
        if not job["to_end"]:
            self.training.at_first_step = self.layers.at_first_step = self._stop
            self.layers.observe, self.layers.only_steps = job["observe"], job["only_steps"]
        else:
            self.layers.observe = 1
        ended = self._execute()
        self._finish(ended)
        del hidden

    def _listen(self):
        self.calls.original = self.made.original
        self.calls.scope_state = self.layers.scope_state = self.scopes.state
        self.scopes.graph_number = self.tensors.graph
        self.made.scope_state = self.scopes.state
        self.training.is_quiet = lambda: self.layers.is_quiet
        self.made.open_name_scopes = self.scopes.open_name_scopes
        saved = checkpoints.Checkpoints(self.journal, self.tensors)
        for listener in (self.made, self.scopes, self.store, self.training, self.layers, saved):
            listener.install()
        builtins.__dict__[instrument.ENTER] = self.calls.enter
        builtins.__dict__[instrument.LEAVE] = self.calls.leave
        builtins.__dict__[instrument.RETURN] = self.calls.returned
        builtins.__dict__[instrument.DIVIDE] = old_python.divide
        builtins.__dict__[instrument.DICT] = old_python.method
        wrapping.wrap(origin_info, "create_source_map", self._learn)
        lenient = self._job["shim"] and not _version().startswith("1.")
        self.importer.lenient = self.instrument.old_methods = lenient
        self.importer.install()
        self.frames.follow_threads()
        if sys.version_info[0] > 2:
            old_python.install()

    def replicated(self, read):
        """The devices of the replicas, and on which variables they agree; None without any."""
        if self._replicas is None:
            return None
        told = replicas.agreement(self.made.mirrored, read)
        return dict(told, devices=self._replicas.devices)

    def _learn(self, function, *args, **kwargs):
        source_map = function(*args, **kwargs)
        self.frames.learn(source_map)
        return source_map

    def _convert(self, file):
        """The text that this Python can read in place of a file; None if there is none."""
        text = self._job["converted"].get(file)
        if text is None:
            answer = self._line.ask(say="convert", file=file)
            text = None if answer is None else answer.get("text")
        if text is not None:
            self.frames.converted.add(file)
        return text

    def _execute(self):
        target = targets.Targets(self.importer, self.instrument)
        self._limit(self._job["time_limit"])
        self._line.say(say="running", tensorflow=_version(), python=sys.version_info[:2])
        try:
            if self._job["replicas"]:
                self._replicas = replicas.Replicas(**self._job["replicas"])
                self._replicas.run(lambda: target.run(self._job["target"]))
            else:
                target.run(self._job["target"])
        except targets.BadTarget as error:
            return {"how": "unfit", "message": str(error)}
        except BaseException as error:
            return self._raised(error, sys.exc_info()[2])
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        return {"how": "fine"}

    def _limit(self, seconds):
        def over(signum, frame):
            raise outcome.TimeLimitExceeded("still running after %g s" % seconds)

        signal.signal(signal.SIGALRM, over)
        signal.setitimer(signal.ITIMER_REAL, seconds)

    def _stop(self):
        """A training step is about to run: the graph is complete."""
        if not self._line.is_ours:
            return
        if replicas.number() is None and threading.current_thread().name != "MainThread":
            return
        path = self.journal.path()
        if replicas.number() is not None:
            self.calls.finish()  # those of this thread
        replicas.together(lambda: self._stopped(path))

    def _stopped(self, path):
        signal.setitimer(signal.ITIMER_REAL, 0)
        self.training.at_first_step = self.layers.at_first_step = None
        graph = self.tensors.current_graph()
        self.journal.event("SessionRun", path, fetched=None, graph=graph)  # more would come
        try:
            self._finish({"how": "stopped", "path": path})
        except BaseException:
            self._line.say(say="fault", text=traceback.format_exc())
        finally:
            os._exit(0)

    def _raised(self, error, trace):
        if isinstance(error, SystemExit) and error.code in (None, 0):
            return {"how": "fine"}
        self._error = error
        places = list(self.frames.of_traceback(trace))
        if isinstance(error, SyntaxError) and self.frames.is_own_file(error.filename or ""):
            place = (error.filename, error.lineno or 1, None, None, None, "<module>")
            places.append(place)
        return {
            "how": "exit" if isinstance(error, SystemExit) else "raised",
            "type": type(error).__name__,
            "message": outcome.message(error),
            "path": [self.journal.site(place) for place in places],
            "places": [list(place) for place in places],
            "tail": self._tail(trace, error),
        }

    def _tail(self, trace, error):
        """The program's own lines of the traceback, as Python prints them, and the error."""
        lines = ["Traceback (the program's own lines, most recent call last):"]
        for entry in traceback.extract_tb(trace):
            if self.frames.is_own_file(entry[0]):
                lines += traceback.format_list([entry])[0].splitlines()
        lines = lines[-40:]
        said = outcome.as_text("".join(traceback.format_exception_only(type(error), error)))
        lines += said.strip().splitlines()[:3]
        return [outcome.as_text(line).rstrip()[:500] for line in lines]

    def _finish(self, ended):
        if not self._line.is_ours:
            return
        self.calls.finish()
        self._settle(ended)
        head = {
            "is": "Trace",
            "entry": self._job["entry"],
            "closed": self._job["closed"],
            "tensorflow": ".".join(_version().split(".")[:2]),
        }
        updates = list(growth.updates(self)) + list(growth.assignments(self))
        self.journal.events.extend(updates)
        self.journal.events = [event for event in self.journal.events if event["is"] is not None]
        tables = list(self.made.records()) + list(self.layers.records())
        tables += self.tensors.records(self.made.operations(), self.made.initializers())
        self.journal.write(self._job["trace"], head, tables, [self._ending(ended)])
        self._line.say(say="ended", **ended)
        self.training.fed.closed = True
        asked = questions.Questions(self)
        while True:
            question = self._line.hear()
            if question is None:
                return
            self._line.say(say="answer", **asked.answer(question))

    def _settle(self, ended):
        """A refusal that did not end the program was handled by it."""
        told = ended.get("message")
        ends = False
        for event, error in self.store.refused + self.scopes.refused + self.training.refused:
            mine = error is self._error or bool(told and event["error"]["message"] == told)
            event["handled"] = not mine
            ends = ends or mine
        if ended["how"] == "raised" and not ends:
            refusals.tell(self.journal, self.scopes, ended)

    def _ending(self, ended):
        error = None
        if ended["how"] == "raised":
            error = {"type": ended["type"], "message": ended["message"]}
        return {
            "is": "Ending",
            "holdings": [],  # the host reads them from the events
            "error": error,
            "error_path": ended["path"] if error else [],
            "complete": ended["how"] != "stopped",
        }


def _version():
    return str(tensorflow.__version__)
