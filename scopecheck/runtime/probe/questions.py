"""What the host may ask about the graph while it lives."""

from __future__ import absolute_import, division, print_function

import comparing
import feeds
import keras_twins
import lessons
import outcome
from tensorflow.python.ops import gradients_impl


class Questions(object):
    """Answers, by the name of the question. Tensors and variables are meant by number."""

    def __init__(self, session):
        self._session = session
        self._lesson = None

    def answer(self, question):
        """A record with the answer, or with the error that prevents it."""
        try:
            return {"value": getattr(self, "_" + question["ask"])(**question["with"])}
        except Exception as error:
            text = outcome.first_line(error)
            return {"error": "%s: %s" % (type(error).__name__, text)}

    def _tensor(self, number):
        return self._session.tensors.tensor(number)

    def _gradients(self, outputs, variables):
        """Which of some variables have a gradient of the outputs."""
        tensors = [self._tensor(number) for number in outputs]
        tensors = [one for one in tensors if one.dtype.is_floating]
        if not tensors:
            return None
        graph = tensors[0].graph
        held = [(number, self._session.made.variable(number)) for number in variables]
        with graph.as_default(), _unfinalized(graph):
            found = gradients_impl.gradients(tensors, [variable for _, variable in held])
        return [number for (number, _), gradient in zip(held, found) if gradient is not None]

    def _same_output(self, pairs, seed, batch=None, rounds=2):
        """Whether calls of a network give the same for the same input, weights disturbed."""
        generator, fed = feeds.generator_of(seed), self._session.training.fed
        answers = [None] * len(pairs)
        by_graph = {}
        for position, pair in enumerate(pairs):
            graph = self._tensor(pair["results"][0][0]).graph
            by_graph.setdefault(self._session.tensors.graph(graph), (graph, []))[1].append(position)
        for graph, positions in by_graph.values():
            with graph.as_default(), _unfinalized(graph):
                with feeds.open_session(graph) as session:
                    variables = self._session.made.of_graph(graph)
                    for _ in range(rounds):
                        original = self._session.made.original_variable
                        feeds.initialise(session, variables, generator, True, original)
                        for position in positions:
                            answer = comparing.tried(
                                self._tensor, session, pairs[position], generator, fed, batch
                            )
                            if answers[position] is None or not answer["equal"]:
                                answers[position] = answer
        return answers

    def _twins(self, seed):
        """Compiled models that hold another one, or a copy of it."""
        generator = feeds.generator_of(seed)
        found = keras_twins.Twins(self._session, lambda one: feeds.like(one, 8, generator))
        return found.told()

    def _train_start(self, **given):
        """Make ready to train: what will be trained, and on which devices."""
        self._lesson = lessons.lesson(self._session, given)
        return self._lesson.start()

    def _train_step(self):
        """One step of every train operation."""
        return self._lesson.step()

    def _train_end(self, pairs):
        """The paths compared after training, devices, memory."""
        return self._lesson.end(pairs)


class _unfinalized(object):
    """Lets us add operations to a graph that the program has made final."""

    def __init__(self, graph):
        self._graph = graph

    def __enter__(self):
        self._final = self._graph.finalized
        if self._final:
            self._graph._unsafe_unfinalize()

    def __exit__(self, *args):
        if self._final:
            self._graph.finalize()
