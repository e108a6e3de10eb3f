"""Names that TensorFlow 1.0 took away, which programs for 0.x still use, and those it brought."""

from __future__ import annotations

_TOP = (
    "audio_summary histogram_summary image_summary merge_all_summaries merge_summary "
    "scalar_summary complex_abs inv listdiff mul neg pack select sub unpack batch_matmul "
    "batch_cholesky batch_cholesky_solve batch_fft batch_ifft batch_matrix_band_part "
    "batch_matrix_determinant batch_matrix_diag batch_matrix_diag_part batch_matrix_inverse "
    "batch_matrix_set_diag batch_matrix_solve batch_matrix_solve_ls batch_matrix_transpose "
    "batch_matrix_triangular_solve batch_self_adjoint_eig batch_self_adjoint_eigvals batch_svd"
)
_BELOW = (
    "train.SummaryWriter image.per_image_whitening nn.bidirectional_rnn nn.rnn nn.seq2seq "
    "nn.state_saving_rnn concat_v2 split_v nn.rnn_cell._linear nn.rnn_cell.EmbeddingWrapper "
    "nn.rnn_cell.InputProjectionWrapper nn.rnn_cell.OutputProjectionWrapper"
)

REMOVED = frozenset(f"tf.{name}" for name in f"{_TOP} {_BELOW}".split())
"""They are no attributes in TensorFlow 1.15 nor in the ``compat.v1`` of 2.21, both asked."""


_ADDED = {
    "": (
        "AUTO_REUSE CriticalSection GradientTape IndexedSlicesSpec LMDBReader MetaGraphDef "
        "Module OptionalSpec RaggedTensor RaggedTensorSpec SparseFeature SparseTensorSpec "
        "SummaryMetadata TensorArraySpec TensorInfo TensorSpec TypeSpec UnconnectedGradients "
        "VariableAggregation VariableSynchronization acosh add_to_collections angle argsort "
        "asinh assert_near assert_none_equal assert_rank_in assert_same_float_dtype "
        "assert_scalar atan2 atanh audio autograph batch_gather batch_scatter_update bincount "
        "bitwise broadcast_dynamic_shape broadcast_static_shape broadcast_to colocate_with "
        "config confusion_matrix control_flow_v2_enabled convert_to_tensor_or_sparse_tensor "
        "cosh custom_gradient data debugging decode_compressed dimension_at_index "
        "dimension_value disable_control_flow_v2 disable_eager_execution "
        "disable_resource_variables disable_tensor_equality disable_v2_behavior "
        "disable_v2_tensorshape distribute distributions div_no_nan dtypes "
        "enable_control_flow_v2 enable_eager_execution enable_resource_variables "
        "enable_tensor_equality enable_v2_behavior enable_v2_tensorshape ensure_shape "
        "estimator executing_eagerly experimental expm1 extract_volume_patches feature_column "
        "fingerprint function get_local_variable get_logger get_static_value "
        "glorot_normal_initializer glorot_uniform_initializer grad_pass_through "
        "guarantee_const histogram_fixed_width_bins identity_n init_scope initializers io "
        "is_tensor keras layers linalg lite load_library log_sigmoid lookup losses "
        "make_ndarray make_tensor_proto manip math matrix_square_root metrics nest "
        "no_gradient nondifferentiable_batch_function norm numpy_function parallel_stack "
        "print profiler py_function qr quantization quantize queue ragged random "
        "random_poisson raw_ops recompute_grad regex_replace repeat "
        "resource_variables_enabled roll saved_model scatter_max scatter_min searchsorted "
        "serialize_tensor sets signal sinh sort sparse sparse_reduce_max "
        "sparse_reduce_max_sparse sparse_slice spectral string_strip strings switch_case "
        "tables_initializer tensor_scatter_add tensor_scatter_nd_add tensor_scatter_nd_sub "
        "tensor_scatter_nd_update tensor_scatter_sub tensor_scatter_update tensordot "
        "timestamp to_complex128 to_complex64 tpu uint32 uint64 unravel_index "
        "unsorted_segment_max unsorted_segment_mean unsorted_segment_min "
        "unsorted_segment_prod unsorted_segment_sqrt_n variable_creator_scope "
        "variance_scaling_initializer variant vectorized_map version where_v2 wrap_function"
    ),
    "contrib": (
        "autograph batching boosted_trees checkpoint cloud cluster_resolver compiler "
        "constrained_optimization data deprecated distribute eager estimator feature_column "
        "gan image keras kernel_methods legacy_seq2seq memory_stats model_pruning nn "
        "optimizer_v2 periodic_resample predictor proto quantize receptive_field recurrent "
        "reduce_slice_ops resampler rpc saved_model signal sparsemax stateless summary "
        "timeseries tpu"
    ),
    "contrib.layers": (
        "avg_pool3d conv1d conv3d conv3d_transpose dense_to_sparse gdn group_norm "
        "images_to_sequence instance_norm max_pool3d maxout recompute_grad rev_block "
        "scale_gradient sequence_to_images spatial_softmax"
    ),
    "contrib.rnn": (
        "BasicLSTMCell BasicRNNCell DeviceWrapper DropoutWrapper EmbeddingWrapper GRUCell "
        "HighwayWrapper InputProjectionWrapper IntersectionRNNCell LSTMCell LSTMStateTuple "
        "MultiRNNCell NASCell OutputProjectionWrapper PhasedLSTMCell RNNCell ResidualWrapper "
        "UGRNNCell static_bidirectional_rnn static_rnn static_state_saving_rnn"
    ),
    "contrib.seq2seq": (
        "AttentionWrapper BahdanauAttention BasicDecoder BeamSearchDecoder "
        "GreedyEmbeddingHelper LuongAttention TrainingHelper dynamic_decode sequence_loss "
        "tile_batch"
    ),
    "image": (
        "adjust_jpeg_quality combined_non_max_suppression decode_and_crop_jpeg decode_bmp "
        "decode_image extract_image_patches extract_jpeg_shape extract_patches "
        "image_gradients is_jpeg non_max_suppression_overlaps non_max_suppression_padded "
        "non_max_suppression_with_scores psnr random_crop random_jpeg_quality resize "
        "resize_image_with_pad resize_with_crop_or_pad rgb_to_yiq rgb_to_yuv sobel_edges ssim "
        "ssim_multiscale total_variation transpose yiq_to_rgb yuv_to_rgb"
    ),
    "nn": (
        "atrous_conv2d_transpose avg_pool1d avg_pool2d avg_pool_v2 collapse_repeated "
        "compute_average_loss conv1d_transpose conv_transpose ctc_beam_search_decoder_v2 "
        "ctc_loss_v2 ctc_unique_labels depth_to_space depthwise_conv2d_backprop_filter "
        "depthwise_conv2d_backprop_input leaky_relu max_pool1d max_pool2d max_pool_v2 "
        "safe_embedding_lookup_sparse scale_regularization_loss selu "
        "softmax_cross_entropy_with_logits_v2 space_to_batch space_to_depth "
        "static_bidirectional_rnn static_rnn static_state_saving_rnn swish"
    ),
    "nn.rnn_cell": "DeviceWrapper ResidualWrapper",
    "summary": "FileWriterCache all_v2_summary_ops initialize text",
    "train": (
        "Checkpoint CheckpointManager CheckpointSaverListener FeedFnHook FinalOpsHook "
        "GlobalStepWaiterHook ProfilerHook SecondOrStepTimer SingularMonitoredSession "
        "VocabInfo checkpoints_iterator cosine_decay cosine_decay_restarts create_global_step "
        "experimental get_or_create_global_step init_from_checkpoint linear_cosine_decay "
        "list_variables load_checkpoint load_variable maybe_batch maybe_batch_join "
        "maybe_shuffle_batch maybe_shuffle_batch_join noisy_linear_cosine_decay "
        "piecewise_constant_decay remove_checkpoint sdca_fprint sdca_optimizer sdca_shrink_l1 "
        "warm_start"
    ),
}

ADDED = frozenset(
    ".".join(("tf", module, name) if module else ("tf", name))
    for module, names in _ADDED.items()
    for name in names.split()
)
"""TensorFlow 0.12 has none of these, asked; what is below a module that it lacks isn't listed."""

_APART = ("tensorflow.python.", "tensorflow.contrib.keras", "tensorflow.contrib.framework.")
"""Where TensorFlow shows functions that it has under no name of its own."""


_MODULES = ("tensorflow.python.", "tf.python.")

_COMPAT = ("tensorflow.compat.v1", "tensorflow.compat.v2", "tf.compat.v1", "tf.compat.v2")
NEVER = frozenset(f"{module}.contrib" for module in _COMPAT)
"""No TensorFlow shows what was contributed to it in its modules for compatibility."""


def lacking(asked: str, name: str, before_one: bool) -> bool:
    """Whether TensorFlow has no such name; asked: as the program spells it."""
    if asked in NEVER:
        return True
    if not before_one:
        return name in REMOVED and not asked.startswith(_MODULES)  # they still have them
    own = asked.startswith(("tensorflow.", "tf."))
    return own and name in ADDED and not asked.startswith(_APART)


def no_attribute(asked: str, name: str, tensorflow: str, before_one: bool) -> str:
    """The message of the AttributeError, for a name that is not there and how it was spelled."""
    if before_one:
        return f"'module' object has no attribute '{name.rpartition('.')[2]}'"
    outer, _, last = name.removeprefix("tf.").rpartition(".")
    second = ".compat.v2" in asked
    compat = second or ".compat.v1" in asked or tensorflow != "1.15"
    below = ("compat.v2",) if second else ("compat.v1",) if compat else ()
    module = ".".join(("tensorflow", *below))
    if outer or (compat and tensorflow == "1.15"):
        api = "tensorflow._api.v1" if tensorflow == "1.15" else "tensorflow._api.v2"
        module = ".".join((api, *below, *((outer,) if outer else ())))
    return f"module '{module}' has no attribute '{last}'"
