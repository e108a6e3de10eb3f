"""Names that programs also import from here."""

from prettytensor._calls import (
    Register,
    RegisterCompoundOp,
    VarStoreMethod,
    join_pretty_tensors,
    template,
    wrap,
    wrap_sequence,
)
from prettytensor._names import DIM_REST, DIM_SAME, PAD_SAME, PAD_VALID, PROVIDED, Phase
from prettytensor._scopes import defaults_scope, make_template
from prettytensor._templates import UnboundVariable, construct_all
from prettytensor._tensors import Layer, Loss, PrettyTensor, SequentialLayerBuilder
