"""Stands in for prettytensor 0.7, by what was seen of it when programs ran.

It has what programs use most; readers, runners and the like are not followed.
"""

from prettytensor import (
    _losses,
    _methods,
    _recurrent,
    functions,
    layers,
    parameters,
    pretty_tensor_class,
    train,
)
from prettytensor._books import (
    Bookkeeper,
    GraphKeys,
    apply_optimizer,
    bookkeeper_for_default_graph,
    create_composite_loss,
    global_step,
    with_update_ops,
)
from prettytensor.layers import BatchNormalizationArguments
from prettytensor.pretty_tensor_class import *
