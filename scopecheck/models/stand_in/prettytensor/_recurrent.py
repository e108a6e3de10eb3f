"""Recurrent cells, and cells that share their variables over a sequence."""

import collections

import tensorflow as tf

from prettytensor._calls import Register, RegisterCompoundOp, VarStoreMethod, template, wrap
from prettytensor._names import Phase
from prettytensor._templates import Results, construct_all
from prettytensor.parameters import identity

_GIVEN = ("parameter_modifier", "phase")


class RecurrentResult(Results, collections.namedtuple("RecurrentResult", "output state")):
    """What a cell gives, and what it hands on."""


def _parts(value, count, size):
    return [value[:, at * size : (at + 1) * size] for at in range(count)]


def _lstm(inputs, states, num_units, options, bias, peephole):
    """A long short-term memory; the cell's state and its output."""
    cell, before = states
    gates = inputs.fully_connected(4 * num_units, bias=bias, **options)
    gates = gates + before.fully_connected(4 * num_units, bias=None, **options)
    enters, new, stays, leaves = _parts(gates, 4, num_units)
    del options["activation_fn"], options["weights"]
    if peephole:
        enters = enters + cell.diagonal_matrix_mul(**options)
        stays = stays + cell.diagonal_matrix_mul(**options)
    cell = cell * stays.sigmoid() + enters.sigmoid() * new.tanh()
    if peephole:
        leaves = leaves + cell.diagonal_matrix_mul(**options)
    return [cell, cell.tanh() * leaves.sigmoid()]


def _gru(inputs, states, num_units, options, bias):
    """A gated recurrent unit; its output is its state."""
    (before,) = states
    gates = inputs.fully_connected(2 * num_units, bias=bias, **options)
    gates = gates + before.fully_connected(2 * num_units, bias=None, **options)
    reset, update = _parts(gates, 2, num_units)
    update = update.sigmoid()
    both = inputs.concat(1, [before * reset.sigmoid()])
    new = both.fully_connected(num_units, bias=bias, **options).tanh()
    return [before * update + (1 - update) * new]


def _options(weights, phase, modifier):
    shared = {"phase": phase, "parameter_modifier": modifier}
    return dict(shared, activation_fn=None, weights=weights)


@RegisterCompoundOp(assign_defaults=_GIVEN)
def lstm_cell(
    layer,
    states,
    num_units,
    bias=tf.zeros_initializer,
    peephole=True,
    weights=None,
    phase=Phase.train,
    parameter_modifier=identity,
):
    """One step of an LSTM."""
    options = _options(weights, phase, parameter_modifier)
    states = _lstm(layer, [wrap(one) for one in states], num_units, options, bias, peephole)
    return RecurrentResult(states[-1], states)


@RegisterCompoundOp(assign_defaults=_GIVEN)
def gru_cell(
    layer,
    state,
    num_units,
    bias=tf.zeros_initializer,
    weights=None,
    phase=Phase.train,
    parameter_modifier=identity,
):
    """One step of a GRU."""
    options = _options(weights, phase, parameter_modifier)
    states = _gru(layer, [wrap(one) for one in state], num_units, options, bias)
    return RecurrentResult(states[-1], states)


class _Unrolled(VarStoreMethod):
    """A cell for each step of a sequence: a template, which is built once a step."""

    def __call__(self, layer, num_units, *args, **kwargs):
        kwargs.pop("name", None)
        steps = list(layer)
        if not self.vars:
            names = ["state_%d" % at for at in range(self.states)]
            self.vars["cell"] = self.cell(
                template("input"), [template(one) for one in names], num_units, args, kwargs
            )
            self.vars["names"] = names
        size = layer.sequence[0].get_shape()[0]
        values = {one: tf.zeros([size, num_units]) for one in self.vars["names"]}
        outputs = []
        for one in steps:
            values["input"] = one
            states = construct_all(self.vars["cell"], **values)
            values.update(zip(self.vars["names"], states))
            outputs.append(states[-1].tensor)
        return outputs


@Register(assign_defaults=_GIVEN)
class sequence_lstm(_Unrolled):
    """An LSTM over a sequence."""

    states = 2

    def cell(self, inputs, states, num_units, args, kwargs):
        """One step."""
        return inputs.lstm_cell(states, num_units, *args, **kwargs).state


@Register(assign_defaults=_GIVEN)
class sequence_gru(_Unrolled):
    """A GRU over a sequence."""

    states = 1

    def cell(self, inputs, states, num_units, args, kwargs):
        """One step."""
        return inputs.gru_cell(states, num_units, *args, **kwargs).state
