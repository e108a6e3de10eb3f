"""Canonical names: every road to a TensorFlow function ends at ``tf.NAME``."""

from __future__ import annotations

import functools

HARMLESS = frozenset(
    "scipy matplotlib PIL cv2 tqdm sklearn pandas gym skimage imageio h5py nltk requests yaml "
    "lmdb progressbar termcolor colorama absl six mpi4py zmq psutil tabulate dill joblib "
    "cloudpickle pylab seaborn plotly moviepy librosa soundfile numba pydot graphviz IPython "
    "ipywidgets wget ujson simplejson msgpack msgpack_numpy attr attrs torchvision networkx mnist "
    "input_data tensorboard tensorflow_datasets pygame pyglet mujoco_py atari_py roboschool click "
    "boto3 scandir cPickle cPickle pprint prettytable functools32 tensorflow_hub google sacred "
    "torch chainer mxnet theano lasagne pytest mock "
    "vizdoom statsmodels toml caffe filelock multiworld retro dm_control imutils pycocotools "
    "wandb dateutil pytz bs4 lxml unidecode inflect num2words python_speech_features "
    "setuptools pkg_resources regex oyaml tensorboardX universe glob2 jieba gensim "
    "pyworld spacy mayavi colorlog coloredlogs loguru bottle flask tornado django pretty_midi mido "
    "music21 pydub webrtcvad resampy pysptk nnmnkwii pyaudio sounddevice gtts nibabel "
    "SimpleITK pydicom dicom openslide tifffile rawpy exifread rasterio osgeo gdal shapely trimesh "
    "open3d pyrender plyfile sentencepiece subword_nmt editdistance Levenshtein rouge pyrouge ftfy "
    "jellyfish langdetect stanfordcorenlp konlpy MeCab pypinyin opencc sacrebleu snowballstemmer "
    "hyperopt optuna bayes_opt cma numexpr tables pyarrow xgboost lightgbm catboost deap bokeh "
    "pybullet pybullet_envs mujoco gymnasium gym_minigrid procgen ale_py pysc2 carla airsim rospy "
    "cv_bridge sensor_msgs geometry_msgs std_msgs serial picamera PyQt4 PyQt5 PySide2 wx kivy dash "
    "streamlit gradio altair pyecharts mpl_toolkits visdom mlflow telegram tweepy selenium scrapy "
    "urllib3 aiohttp websocket websockets socketio eventlet gevent fastapi pydantic pymongo redis "
    "sqlalchemy peewee pymysql MySQLdb psycopg2 elasticsearch kafka botocore googleapiclient "
    "oauth2client gspread paramiko docker pynvml GPUtil gpustat pycuda cupy faiss annoy umap "
    "hdbscan MulticoreTSNE igraph rdkit Bio astropy healpy sympy mpmath cvxpy cvxopt pulp ortools "
    "numba line_profiler memory_profiler configobj munch addict omegaconf docopt plac "
    "configargparse gflags glog rich texttable terminaltables xlrd xlwt openpyxl xlsxwriter docx "
    "PyPDF2 reportlab markdown jinja2 mako nose hypothesis parameterized typing_extensions "
    "pathlib2 enum34 albumentations yacs".split()
)
HARMLESS_PARTS = ("tflearn.data_utils.",)
"""What builds no graphs in packages that otherwise do."""

NAMESPACES = frozenset(
    "tf.nn tf.layers tf.train tf.contrib tf.contrib.layers tf.contrib.slim tf.contrib.framework "
    "tf.contrib.rnn tf.math tf.random tf.image tf.losses tf.keras tf.initializers tf.GraphKeys "
    "tf.app tf.app.flags tf.flags tf.nn.rnn_cell tf.gfile tf.data tf.summary tf.logging tf.io "
    "tf.test tf.saved_model tf.estimator tf.compat tf.errors tf.metrics tf.debugging tf.linalg "
    "tf.strings tf.sparse tf.distributions tf.tables tf.dtypes tf.python_io tf.sets "
    "tf.signal".split()
)


_EVERYWHERE = ("smart_cond", "smart_case", "smart_constant_value", "constant_value", "static_cond")
_UTILITIES = (
    "contrib.framework",
    "contrib.layers",
    "contrib.slim",
    "python.framework",
    "python.keras.utils",
    "python.layers",
    "smart_cond",
)
"""Where TensorFlow shows its conditions on what may be a tensor: the same functions."""


_RECURRENT = (
    *(f"contrib.{one}.python.ops." for one in ("rnn", "seq2seq", "legacy_seq2seq")),
    "contrib.layers.python.ops.",
    "contrib.opt.python.training.",
    "contrib.model_pruning.python.layers.",
)


_OF_FRAMEWORK = ("contrib.framework.python.ops.", "contrib.framework.python.framework.")
_ALIASES = {
    "AvgPool2D": "AveragePooling2D",
    "BatchNorm": "BatchNormalization",
    "Convolution1D": "Conv1D",
    "Convolution2D": "Conv2D",
    "Convolution3D": "Conv3D",
    "FullyConnected": "Dense",
    "MaxPool2D": "MaxPooling2D",
    "SeparableConvolution2D": "SeparableConv2D",
    "avg_pool2d": "average_pooling2d",
    "batch_norm": "batch_normalization",
    "convolution1d": "conv1d",
    "convolution2d": "conv2d",
    "convolution3d": "conv3d",
    "fully_connected": "dense",
    "max_pool2d": "max_pooling2d",
    "separable_convolution2d": "separable_conv2d",
}
"""Other names of layers in the modules that define them."""


_SHOWN = (
    "contrib.cudnn_rnn.python.layers.cudnn_rnn.",
    "contrib.grid_rnn.python.ops.grid_rnn_cell.",
    "contrib.model_pruning.python.pruning.",
)
"""Modules whose classes and functions their package shows."""


_PACKAGES = tuple(
    f"contrib.{one}.python."
    for one in (
        "crf",
        "distributions",
        "feature_column",
        "image",
        "losses",
        "metrics",
        "nn",
        "training",
    )
)
"""Packages of contrib that show the functions of all of their modules."""


# The modules of contrib's layers and framework; what else stands there is a function.
_MODULES = frozenset(
    "layers initializers regularizers utils optimizers normalization encoders embedding_ops "
    "feature_column feature_column_ops summaries target_column rev_block_lib variables "
    "checkpoint_utils tensor_util".split()
)


@functools.lru_cache(maxsize=8192)
def canonical(name: str) -> str:
    """``tensorflow.compat.v1.X``, ``tensorflow.X``, ``tensorflow.python.a.b.X``: all ``tf.X``."""
    if name == "tensorflow":
        return "tf"
    if name.startswith("tf."):
        name = f"tensorflow.{name[3:]}"
    if name.startswith(_BESIDE):
        return _beside(name)
    if name.startswith("tensorflow_estimator."):
        return _estimators(name)
    if not name.startswith("tensorflow."):
        if name == "tf_slim" or name.startswith("tf_slim."):
            return _slim(name)
        if name in ("keras", "tf_keras") or name.startswith(("keras.", "tf_keras.")):
            return "tf.keras" + name[name.index("keras") + 5 :].replace(".src.", ".", 1)
        return "numpy" + name[2:] if name.startswith("np.") else name
    rest = name[len("tensorflow.") :]
    below, _, last = rest.rpartition(".")
    if rest.startswith("contrib.slim.layers."):
        rest = rest.replace("slim.", "", 1)
    if rest.startswith("contrib.slim.python.slim."):
        rest = (
            f"contrib.slim.{rest.removeprefix('contrib.slim.python.slim.').removeprefix('data.')}"
        )
    if last in _EVERYWHERE and below.startswith(_UTILITIES):
        return f"tf.{last}"
    if below.endswith(("util.nest", "framework.nest")):
        return f"tf.nest.{last}"
    if rest.startswith("contrib.eager."):
        return _eager(rest[len("contrib.eager.") :])
    if rest.startswith("contrib.keras.python."):
        return _first_keras(rest)
    if rest.startswith("contrib.keras."):
        return f"tf.{rest.removeprefix('contrib.').replace('keras.python.keras', 'keras')}"
    for prefix in ("compat.v1.", "compat.v2.", "_api.v1.", "_api.v2.compat.v1."):
        if rest.startswith(prefix):
            rest = rest[len(prefix) :]
    if rest in ("compat.v1", "compat.v2"):
        return "tf"
    if rest == "python.keras":
        return "tf.keras"
    if rest.startswith(("python.keras.", "keras.")):
        return _keras(rest.removeprefix("python.").split(".")[1:])
    if rest.startswith("python."):
        parts = rest.split(".")
        if len(parts) >= 4:
            return _internal(parts)
        return f"tf.{rest}"
    if rest.startswith(("contrib.layers.python.layers.", *_OF_FRAMEWORK)):
        parts = rest.split(".")
        kind = "layers" if parts[1] == "layers" else "framework"
        if len(parts) > 5 or (len(parts) == 5 and parts[-1] not in _MODULES):
            return f"tf.contrib.{kind}.{parts[-1]}"
    if rest.startswith(_RECURRENT):
        parts = rest.split(".")
        if len(parts) > 5:
            return f"tf.contrib.{parts[1]}.{'.'.join(parts[5:])}"
    if rest.startswith(_SHOWN) or (rest.startswith("contrib.cudnn_rnn.") and "Compatible" in last):
        return f"tf.contrib.{rest.split('.')[1]}.{last}"
    if rest.startswith(_PACKAGES) and rest.count(".") > 4:
        return f"tf.contrib.{rest.split('.')[1]}.{last}"
    if rest.startswith("contrib.framework.arg_scope."):
        return f"tf.contrib.framework.{rest.rsplit('.', 1)[-1]}"
    return f"tf.{rest}"


_SLIM_MODULES = {
    "data": "tf_slim",
    "layers": "tf_slim",
    "losses": "tf_slim.losses",
    "metrics": "tf_slim.metrics",
    "ops": "tf_slim",
    "training": "tf_slim.training",
}
"""Packages of the slim beside TensorFlow 2, and where it shows what their modules define."""


def _slim(name: str) -> str:
    """``tf_slim.layers.layers.conv2d`` and ``tf_slim.conv2d`` are one function."""
    parts = name.split(".")
    if len(parts) < 4 or parts[1] not in _SLIM_MODULES:
        return name
    if parts[-1] in _EVERYWHERE and parts[2] == "utils":
        return f"tf.{parts[-1]}"
    if parts[2] == "metric_learning":
        return f"tf.contrib.losses.{'.'.join(parts[2:])}"
    shown = parts[2:] if parts[1] == "data" else parts[3:]
    if parts[2] == "utils":
        shown = ["layers", *parts[2:]]
    return ".".join((_SLIM_MODULES[parts[1]], *shown))


_BESIDE = ("tensorflow_probability.", "tensorflow_addons.", "keras_contrib.")
"""Libraries beside TensorFlow that show its kinds of functions under their own names."""
_KINDS = frozenset("layers optimizers losses metrics activations callbacks".split())


_OF_LAYERS = frozenset(
    "Dense Conv1D Conv2D Conv3D Conv2DTranspose Conv3DTranspose SeparableConv2D BatchNormalization "
    "Convolution1D Convolution2D Convolution3D Convolution2DTranspose Convolution3DTranspose "
    "SeparableConvolution2D".split()
)


def _first_keras(rest: str) -> str:
    """Keras as it came with TensorFlow 1.2 and 1.3, of which only the files have this name.

    Its layers are those of ``tf.layers``: they take their variables from the store.
    """
    last = rest.rpartition(".")[2]
    if last in _OF_LAYERS:
        return f"tf.layers.{last.replace('Convolution', 'Conv')}"
    if last.islower() and "layers" not in rest.split(".")[:-1]:
        return f"tf.{rest}"
    return f"tf.{rest.removeprefix('contrib.').replace('keras.python.keras', 'keras')}"


def _beside(name: str) -> str:
    """A name of such a library as the one of TensorFlow's that works alike; else as it is."""
    parts = name.split(".")
    if len(parts) < 3:
        return name
    if parts[0] == "tensorflow_probability":
        if parts[1] in ("distributions", "stats"):
            return f"tf.{parts[1]}.{parts[-1]}"
        return name
    if parts[1] in _KINDS:
        return f"tf.keras.{parts[1]}.{parts[-1]}"
    return f"tf.image.{parts[-1]}" if parts[1] == "image" else name


def _estimators(name: str) -> str:
    """A name of TensorFlow's estimators where they are written; a module stays as it is."""
    parts = name.split(".")
    for at, part in enumerate(parts):
        if part[:1].isupper() or part == "train_and_evaluate":
            return f"tf.estimator.{'.'.join(parts[at:])}"
    if parts[1] == "contrib" and len(parts) > 6 and parts[6][:1] != "_":
        return f"tf.contrib.estimator.{'.'.join(parts[6:])}"
    place = next((one for one in _OF_ESTIMATORS if name.startswith(f"{_ESTIMATORS}{one}.")), "")
    below = name.removeprefix(f"{_ESTIMATORS}{place}.")
    return f"{_OF_ESTIMATORS[place]}.{below}" if place and below[:1] != "_" else name


_ESTIMATORS = "tensorflow_estimator.python.estimator."
_OF_ESTIMATORS = {
    "early_stopping": "tf.estimator.experimental",
    "export.export": "tf.estimator.export",
    "export.export_lib": "tf.estimator.export",
    "inputs.inputs": "tf.estimator.inputs",
    "inputs.numpy_io": "tf.estimator.inputs",
    "inputs.pandas_io": "tf.estimator.inputs",
    "keras": "tf.keras.estimator",
}
"""Modules of the estimators whose functions TensorFlow shows, and under which name."""


def _eager(name: str) -> str:
    """A name of contrib.eager: much of it stands in TensorFlow itself."""
    last = name.rsplit(".", 1)[-1]
    return f"tf.{last}" if last in _EAGER else f"tf.contrib.eager.{last}"


_EAGER = ("Variable", "enable_eager_execution", "executing_eagerly", "py_func", "custom_gradient")


_ENGINE = {
    "base_layer.Layer": "layers.Layer",
    "input_layer.Input": "Input",
    "input_layer.InputLayer": "layers.InputLayer",
    "input_spec.InputSpec": "layers.InputSpec",
    "sequential.Sequential": "Sequential",
    "training.Model": "Model",
}
"""Where Keras's engine shows its classes."""


_LAYERS = frozenset(
    "core convolutional recurrent pooling normalization merge embeddings wrappers noise "
    "advanced_activations local convolutional_recurrent".split()
)
"""The modules of Keras's layers."""


def _keras(parts: list[str]) -> str:
    """A name of TensorFlow's own Keras: python.keras.layers.core.Dense is keras.layers.Dense."""
    if parts[0] == "engine":
        name = ".".join(parts[1:])
        return f"tf.keras.{_ENGINE.get(name, f'engine.{name}')}"
    if len(parts) > 2 and parts[0] == "layers" and parts[1] in _LAYERS:
        return f"tf.keras.layers.{parts[-1]}"
    if parts[0] == "optimizer_v2" and len(parts) > 2:
        return f"tf.keras.optimizers.{parts[-1]}"
    return f"tf.keras.{'.'.join(parts)}"


_SCALINGS = ("he_normal", "he_uniform", "lecun_normal", "lecun_uniform")
_PUBLIC = {
    "compat": "compat",
    "errors": "errors",
    "errors_impl": "errors",
    "flags": "flags",
    "gfile": "gfile",
    "googletest": "test",
    "image_ops": "image",
    "image_ops_impl": "image",
    "io": "io",
    "lookup_ops": "contrib.lookup",
    "losses": "losses",
    "losses_impl": "losses",
    "metrics": "metrics",
    "metrics_impl": "metrics",
    "summary": "summary",
    "summary_ops_v2": "contrib.summary",
    "test": "test",
    "tf_logging": "logging",
    "while_v2": "while_v2",
}
"""The modules of TensorFlow that it shows under a name of their own, and under which."""


_UTILITY = {
    **{
        one: f"tf.util.{one}"
        for one in (
            "deprecation dispatch keyword_args tf_decorator tf_export tf_should_use".split()
        )
    },
    "tf_contextlib": "contextlib",
    "tf_inspect": "inspect",
}
"""Modules of TensorFlow's own tools, and the modules of Python that two of them stand for."""
_TOP = frozenset("initialize_all_tables tables_initializer".split())
"""What stands beside TensorFlow's other functions, and not under the name of its module."""
_BACKPROP = {
    "gradients_function": "gradients_function",
    "implicit_grad": "implicit_gradients",
    "implicit_val_and_grad": "implicit_value_and_gradients",
    "val_and_grad_function": "value_and_gradients_function",
}


_OF_CHECKPOINTS = {
    "Checkpoint": "tf.train.Checkpoint",
    "CheckpointV1": "tf.train.Checkpoint",
    "add_variable": "tf.python.training.tracking.util.add_variable",
}


_NEURAL = "candidate_sampling_ops ctc_ops embedding_ops nn nn_impl nn_ops".split()
"""Modules of what ``tf.nn`` shows."""


def _internal(parts: list[str]) -> str:
    """A function of one of TensorFlow's own modules, such as python.ops.math_ops.add."""
    module, last = parts[2], ".".join(parts[3:])
    if (module, last) == ("gen_state_ops", "variable"):
        return "tf.variable_operation"
    if (module, last) == ("gen_functional_ops", "case"):
        return "tf.raw_ops.Case"
    if (parts[1], module, last) == ("ops", "variables", "Variable"):
        return "tf.VariableV2"
    if parts[1] == "layers":
        return f"tf.layers.{_ALIASES.get(last, last)}"
    if module in _NEURAL or (parts[1] == "ops" and module == "rnn"):
        return f"tf.nn.{last}"
    if module in ("rnn_cell", "rnn_cell_impl"):
        return f"tf.nn.rnn_cell.{last}"
    if parts[1] == "estimator":
        return f"tf.estimator.{last}"
    if parts[1] == "feature_column" and last == "DenseFeatures":
        return "tf.keras.layers.DenseFeatures"
    if parts[1] == "feature_column" and last == "SequenceFeatures":
        return "tf.keras.experimental.SequenceFeatures"
    if parts[1] == "feature_column":
        return f"tf.feature_column.{last}"
    if parts[1] == "training":
        if module == "tracking" and last in ("util", "util.add_variable"):
            return f"tf.{'.'.join(parts)}"
        if module == "tracking" and last.startswith("util.Checkpoint"):
            return "tf.train.Checkpoint"
        if module != "experimental":
            return f"tf.train.{last}"
        return f"tf.{'.'.join(parts)}" if len(parts) < 5 else f"tf.train.experimental.{parts[-1]}"
    if module == "init_ops":
        return f"tf.initializers.{last}" if last in _SCALINGS else f"tf.{last}"
    if parts[1] == "util" and module in _UTILITY:
        return f"{_UTILITY[module]}.{last}"
    if parts[1] == "checkpoint" and last in _OF_CHECKPOINTS:
        return _OF_CHECKPOINTS[last]
    if parts[1] == "saved_model" and module in ("loader", "loader_impl") and last == "load":
        return "tf.saved_model.loader.load"
    if parts[1] == "distribute" and last[:1].isupper():
        return f"tf.distribute.{last}"
    if parts[1] == "autograph":
        below = "experimental." if parts[-1] == "do_not_convert" else ""
        return f"tf.autograph.{below}{parts[-1]}"
    if parts[1] == "data":
        return "tf.data" if len(parts) == 4 else f"tf.data.{parts[-1]}"
    if (module, last) == ("function", "defun"):
        return "tf.contrib.eager.defun"
    if module == "backprop" and last in _BACKPROP:
        return f"tf.contrib.eager.{_BACKPROP[last]}"
    if module in _PUBLIC and last not in _TOP:
        inner = parts[3:]
        while inner and inner[0] in _PUBLIC:
            inner = inner[1:]
        return ".".join(("tf", _PUBLIC[module], *inner))
    return f"tf.{last}"


def root(name: str) -> str:
    """The top-level package of a name."""
    return name.split(".", 1)[0]
