"""What calls outside the models may have done: tables of names.

MAKERS may have made variables, all but their OPERATIONS. OPAQUE makes none in the graph at
hand. DATA_METHODS are methods of something unknown that make none, whatever it is: those of
strings, arrays, files, tensors, sessions. DECORATORS give back the function that they are
given, or one that somebody else calls. PLAIN: functions of TensorFlow that build nothing at all,
and answer with Python's data, beside those that ``plain_functions`` models. APART: classes whose
methods build in graphs of their own, or nothing. BUILDERS and OWN_GRAPHS: see there.
"""

from __future__ import annotations

import re

MAKERS = (
    "tf.contrib.",
    "tf_slim",
    "tf.nn.rnn_cell",
    "tf.nn.dynamic_rnn",
    "tf.nn.static_",
    "tf.nn.bidirectional",
    "tf.nn.raw_rnn",
    "tf.nn.rnn",
    "tf.layers.",
    "tf.feature_column",
    "tf.make_template",
    "tf.variable_creator_scope",
    "tf.wrap_function",
    "tf.Generator",
    "tf.random.Generator",
    "tf.random.experimental.",
    "tf.random.get_global_generator",
    "tf.compat.v1",
    "tf.python",
)
_COLUMNS = (
    "bucketized_column create_feature_spec_for_parsing crossed_column embedding_column "
    "one_hot_column real_valued_column scattered_embedding_column shared_embedding_columns "
    "sparse_column_with_ weighted_sparse_column check_feature_columns multi_class_target "
    "make_place_holder_tensors_for_base_features parse_feature_columns_from_ regression_target "
    "transform_features"
).split()
OPAQUE = (
    # columns only describe, here and in tf.feature_column below
    *(f"tf.contrib.{one}.{name}" for one in ("layers", "slim") for name in _COLUMNS),
    "tf.contrib.checkpoint.",
    "tf.contrib.cloud.",
    "tf.contrib.cudnn_rnn.CudnnParamsFormatConverter",
    "tf.contrib.estimator.",
    "tf.contrib.graph_editor.",
    "tf.contrib.predictor.",
    "tf.contrib.receptive_field.",
    "tf.contrib.saved_model.",
    "tf.contrib.testing.",
    "tf.contrib.tfprof.",
    "tf.contrib.timeseries.",
    "tf.contrib.distribute.",
    "tf.contrib.framework.BoundedTensorSpec",
    "tf.contrib.framework.RecordInput",
    "tf.contrib.framework.VariableDeviceChooser",
    "tf.contrib.slim.VariableDeviceChooser",
    "tf.contrib.lookup.",
    "tf.contrib.opt.get_",
    "tf.contrib.memory_stats.",
    "tf.contrib.metrics.",
    "tf.contrib.stat_summarizer.",
    "tf.contrib.slim.assign_from_",
    "tf_slim.assign_from_",
    "tf.contrib.framework.init_from_checkpoint",
    "tf.train.",
    "tf.gfile",
    "tf.io.",
    "tf.data",
    "tf.summary",
    "tf.logging",
    "tf.test",
    "tf.saved_model",
    "tf.errors",
    "tf.ConfigProto",
    "tf.GPUOptions",
    "tf.RunOptions",
    "tf.RunMetadata",
    "tf.python_io",
    "tf.distribute",
    "tf.profiler",
    "tf.Summary",
    "tf.keras",
    "tf.metrics",
    "tf.GradientTape",
    "tf.config",
    "tf.set_random_seed",
    "tf.random.set_random_seed",
    "tf.estimator",
    "tf.contrib.summary",
    "tf.contrib.training",
    "tf.contrib.learn",
    "tf.contrib.tensorboard",
    "tf.contrib.data",
    "tf.contrib.eager",
    "tf.contrib.slim.model_analyzer",
    "tf.contrib.slim.summaries.",
    "tf_slim.summaries.",
    "tf_slim.model_analyzer",
    "tf.contrib.framework.assign",
    "tf.contrib.framework.list_variables",
    "tf.contrib.framework.load_checkpoint",
    "tf.contrib.framework.load_variable",
    "tf.contrib.cluster_resolver.",
    "tf.contrib.tpu.RunConfig",
    "tf.contrib.tpu.TPUConfig",
    "tf.container",
    # columns only describe: input_layer and linear_model make the variables
    "tf.feature_column.numeric_column",
    "tf.feature_column.bucketized_column",
    "tf.feature_column.categorical_column",
    "tf.feature_column.embedding_column",
    "tf.feature_column.shared_embedding",
    "tf.feature_column.indicator_column",
    "tf.feature_column.crossed_column",
    "tf.feature_column.weighted_categorical_column",
    "tf.feature_column.sequence_",
    "tf.feature_column.make_parse_example_spec",
    "tf.graph_util",
    "tf.python.graph_util",
    "tf.python.debug.",
    "tf.python.pywrap_tensorflow.",
    "tf.contrib.boosted_trees.proto",
    "tf.contrib.boosted_trees.estimator_batch",
)
BUILDERS = re.compile(
    r"tf\.contrib\.learn\.(python\.learn\.)?(models|ops|graph_actions)\."
    r"|tf\.contrib\.learn\.python\.learn\.estimators\.\w+\.(?!infer_)[a-z_]+$(?<!_head)"
    r"|tf\.(estimator|contrib\.(estimator|learn))\..*[hH]ead\w*\.[a-z]\w+$"
    r"|tf\.(contrib\.)?estimator\.(\w*logit_fn_builder|RNNModel|TowerOptimizer)$"
    r"|tf\.contrib\.estimator\.(clip_gradients_by_norm|replicate_model_fn)$"
    r"|tf\.contrib\.timeseries\..*(math_utils|head|model|state_space_models\.\w+)\.\w+$"
    r"|tf\.contrib\.timeseries\.(ARModel|OneShotPredictionHead)$"
    r"|tf\.contrib\.metrics\.(auc_using_histogram|precision_recall_at_equal_thresholds)$"
    r"|tf\.contrib\.training\.(rejection|stratified|weighted_re)sample$"
)
"""Functions and methods of opaque packages that may make variables in the graph at hand."""
OWN_GRAPHS = re.compile(
    r"tf\.(estimator|contrib\.(learn|estimator|timeseries|boosted_trees))\."
    r".*(Classifier|Regressor|Estimator|SVM|KMeansClustering|Experiment|SKCompat)\w*\."
    r"(fit|partial_fit|train|evaluate|predict|score|test|train_and_evaluate|continuous_\w+"
    r"|predict_\w+|local_run|run_std_server|export\w*)$"
    r"|tf\.contrib\.learn\.(.*\.)?learn_runner\.(run|tune)$"
    r"|tf\.(contrib\.)?estimator\.(.*\.)?InMemoryEvaluatorHook\.(begin|after_run|end)$"
)
"""Methods of estimators that make the variables of their own models in graphs of their own."""
_SLIM = ("tf.contrib.slim", "tf_slim")
_FRAMEWORK = (
    "argsort arg_scoped_arguments assert_same_float_dtype assert_scalar "
    "convert_to_tensor_or_sparse_tensor current_arg_scope deprecated get_graph_from_inputs "
    "get_name_scope get_placeholders has_arg_scope is_tensor prepend_name_scope py_func "
    "reduce_sum_n remove_squeezable_dimensions sort strip_name_scope "
    "with_same_shape with_shape"
).split()
_LAYERS = (
    "bucketize dense_to_sparse embedding_lookup_unique safe_embedding_lookup_sparse "
    "scale_gradient scattered_embedding_lookup sparse_feature_cross summarize_"
).split()
_DISTRIBUTIONS = (
    "Autoregressive BatchReshape Chi2WithAbsDf Deterministic DirichletMultinomial "
    "ExpRelaxedOneHotCategorical Independent InverseGammaWithSoftplusConcentrationRate Kumaraswamy "
    "Mixture MultivariateNormalDiagPlusLowRank NegativeBinomial PoissonLogNormal "
    "QuantizedDistribution SinhArcsinh TransformedDistribution Vector Wishart auto_correlation "
    "fill_triangular matrix_diag_transform normal_conjugates_ percentile quadrature_scheme_ "
    "reduce_weighted_logsumexp softplus_inverse tridiag"
).split()
OPERATIONS = (
    *(f"tf.contrib.distributions.{name}" for name in _DISTRIBUTIONS),
    "tf.contrib.deprecated.",
    "tf.contrib.ffmpeg.",
    "tf.contrib.integrate.",
    "tf.contrib.kernel_methods.python.losses.",
    "tf.contrib.kernel_methods.sparse_multiclass_hinge_loss",
    "tf.contrib.labeled_tensor.",
    "tf.contrib.proto.",
    "tf.contrib.rpc.",
    "tf.contrib.signal.",
    "tf.contrib.staging.",
    "tf.contrib.util.",
    *(f"{one}.{name}" for one in ("tf.contrib.framework", *_SLIM) for name in _FRAMEWORK),
    *(f"{one}.{name}" for one in ("tf.contrib.layers", *_SLIM) for name in _LAYERS),
    "tf.contrib.image.",
    "tf.contrib.losses.",
    "tf.contrib.nn.",
    "tf.contrib.periodic_resample.",
    "tf.contrib.resampler.",
    "tf.contrib.sparsemax.",
    "tf.contrib.stateless.",
    "tf.contrib.rnn.best_effort_input_batch_size",
    "tf.contrib.rnn.transpose_batch_time",
    "tf.contrib.seq2seq.gather_tree",
    "tf.contrib.seq2seq.hardmax",
    "tf.contrib.seq2seq.monotonic_attention",
    "tf.contrib.seq2seq.safe_cumprod",
    "tf.contrib.tpu.cross_replica_sum",
    "tf.contrib.gan.eval.run_",
    "tf.contrib.gan.eval.preprocess_image",
    "tf.contrib.gan.eval.classifier_score_from",
    "tf.contrib.gan.eval.frechet_classifier_distance_from",
    "tf.contrib.gan.eval.diagonal_only_frechet_classifier_distance_from",
)
_SCOPES = (
    "arg_scoped_arguments current_arg_scope get_graph_from_inputs get_name_scope get_placeholders "
    "has_arg_scope is_tensor prepend_name_scope strip_name_scope"
).split()
PLAIN = (
    *(f"{one}.{name}" for one in ("tf.contrib.framework", *_SLIM) for name in _SCOPES),
    "tf.app.flags.",
    "tf.autograph.",
    "tf.assert_proper_iterable",
    "tf.assert_same_float_dtype",
    "tf.broadcast_static_shape",
    "tf.compat.forward_compat",
    "tf.contrib.util.",
    "tf.debugging.assert_same_float_dtype",
    "tf.flags.",
    "tf.lite.",
    "tf.nest.",
    "tf.create_meta_graph_def",
    "tf.list_local_devices",
    "tf.pywrap_tensorflow.",
    "tf.resource_loader.",
    "tf.sysconfig.",
    "tf.tpu.core",
)
DATA_METHODS = frozenset(
    "append extend items keys values get split join format reshape astype copy mean sum std shape "
    "sample next_batch get_batch next next_chunk read write close open flush add update pop strip "
    "lower upper replace startswith endswith tolist transpose max min argmax argmin sort shuffle "
    "reset step render seed choice info debug warning error save restore load log set_trace show "
    "plot imshow figure savefig title subplot axis imread imsave imresize run eval fit_transform "
    "transform encode decode index count put task_done start stop start_queue_runners "
    # of tensors, shapes and graphs
    "get_shape as_list set_shape assert_has_rank assert_is_compatible_with is_fully_defined "
    "assert_is_fully_defined is_compatible_with num_elements merge_with with_rank concatenate "
    "assign assign_add assign_sub get_tensor_by_name get_operation_by_name get_operations "
    "as_graph_def add_summary add_graph add_run_metadata add_session_log export_meta_graph "
    "SerializeToString "
    # of arrays, files, archives, sockets, random generators, matches
    "flatten ravel swapaxes argsort squeeze numpy tostring tobytes cumsum dot any all clip nonzero "
    "extractall extract extractfile namelist getnames infolist readlines readline writelines seek "
    "colocation_groups create_op get_config to_proto to_json get_attr single_slice_dim stack "
    "unstack assert_same_rank get_value set_value find rfind rindex request_stop "
    "get_key_flags_for_module "
    "tell group groups match search findall sub send recv sendall recv_bytes send_bytes randint "
    "uniform normal randn rand permutation multinomial binomial beta poisson exponential "
    "lstrip rstrip title splitlines zfill rjust ljust center partition rpartition isdigit isalpha "
    "isalnum isspace isupper islower istitle isnumeric isdecimal isidentifier isascii expandtabs "
    "translate removeprefix removesuffix "
    "swapcase capitalize casefold setdefault popitem clear remove insert reverse union difference "
    "intersection iteritems itervalues iterkeys fromkeys tofile item "
    "Get_rank Get_size bcast Bcast allreduce Allreduce allgather Allgather Barrier "
    "isoformat strftime total_seconds communicate terminate cpu detach backward zero_grad".split()
)
DECORATORS = (
    "absl.testing.parameterized.",
    "pytest.",
    "mock.",
    "unittest.mock.",
    "click.",
    "numba.",
    "inspect.",
    "atexit.",
    "signal.",
    "matplotlib.",
    "moviepy.",
    "tf.test.",
    # another process has a graph of its own
    "multiprocessing.Process",
    "multiprocessing.Pool",
    "multiprocessing.pool.Pool",
    "multiprocessing.context.",
    # what they are given runs in graphs of their own
    "tf.contrib.data.",
    "tf.data.",
    "tf.estimator.",
    "tf.contrib.estimator.",
    "tf.contrib.learn.",
    "tensorflow_datasets.",
)
APART = (
    "tf.estimator.",
    "tf.contrib.estimator.",
    "tf.data.",
    "tf.train.SessionRunHook",
    "tf.train.Saver",
    "tf.train.Coordinator",
    "tf.train.Checkpoint",
    "tf.summary.FileWriter",
)
