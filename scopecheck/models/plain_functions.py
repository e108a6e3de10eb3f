"""TensorFlow's functions on plain values: they build no operations, in no graph.

Asked of 1.15: the number of operations before and after a call of each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.registry import Model
from scopecheck.models.tensors import Tensor
from scopecheck.models.told import outcome
from scopecheck.symbolic.values import ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_TABLE = {
    "": (
        "control_flow_v2_enabled disable_tensor_equality enable_tensor_equality get_logger "
        "get_seed is_numeric_tensor load_file_system_library load_library load_op_library "
        "make_ndarray make_tensor_proto no_gradient no_regularizer "
        "resource_variables_enabled"
    ),
    "autograph": "set_verbosity to_code trace",
    "compat": "forward_compatibility_horizon forward_compatible path_to_str",
    "contrib.framework": (
        "arg_scoped_arguments current_arg_scope "
        "get_graph_from_inputs get_name_scope get_placeholders has_arg_scope prepend_name_scope "
        "strip_name_scope"
    ),
    "contrib.slim": ("arg_scoped_arguments current_arg_scope has_arg_scope"),
    "contrib.util": (
        "make_ndarray make_tensor_proto ops_used_by_graph_def stripped_op_list_for_graph"
    ),
    "contrib.util.loader": "load_op_library",
    "debugging": (
        "assert_proper_iterable get_log_device_placement is_numeric_tensor set_log_device_placement"
    ),
    "flags": (
        "adopt_module_key_flags declare_key_flag disclaim_key_flags doc_to_help flag_dict_to_args "
        "get_help_width mark_bool_flags_as_mutual_exclusive mark_flag_as_required "
        "mark_flags_as_mutual_exclusive mark_flags_as_required multi_flags_validator "
        "override_value register_multi_flags_validator register_validator set_default text_wrap "
        "validator"
    ),
    "nest": (
        "assert_shallow_structure flatten_dict_items flatten_up_to "
        "flatten_with_joined_string_paths flatten_with_tuple_paths flatten_with_tuple_paths_up_to "
        "get_traverse_shallow_structure is_sequence_or_composite yield_flat_paths"
    ),
    "random": "get_seed",
    "resource_loader": (
        "get_data_files_path get_path_to_datafile get_root_dir_with_all_resources load_resource "
        "readahead_file_path"
    ),
    "sysconfig": "get_compile_flags get_include get_lib get_link_flags",
}


def _plain(name: str) -> Model:
    return lambda m, a: outcome(m, f"{name}(…)", a.every())


def _is_tensor(m: Machine, a: Arguments) -> Value:
    value = a.args[0] if a.args else None
    if isinstance(value, Tensor) and not value.several:
        return True
    if value is None or isinstance(value, (bool, int, float, str, tuple, ListRef)):
        return False
    return m.unknown("is_tensor(…)", kind="bool")


MODELS: dict[str, Model] = {
    **{
        name: _plain(name)
        for module, names in _TABLE.items()
        for name in (".".join(filter(None, ("tf", module, one))) for one in names.split())
    },
    "tf.contrib.framework.is_tensor": _is_tensor,
    "tf.is_tensor": _is_tensor,
}
