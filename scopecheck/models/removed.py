"""Names that TensorFlow 1.0 took away, which programs for TensorFlow 0.x still use."""

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
    "nn.state_saving_rnn"
)

REMOVED = frozenset(f"tf.{name}" for name in f"{_TOP} {_BELOW}".split())
"""They are no attributes in TensorFlow 1.15 nor in the ``compat.v1`` of 2.21, both asked."""


def no_attribute(asked: str, name: str, tensorflow: str) -> str:
    """The message of the AttributeError, for a removed name and how the program spelled it."""
    outer, _, last = name.removeprefix("tf.").rpartition(".")
    compat = ".compat.v1" in asked or tensorflow != "1.15"
    module = "tensorflow.compat.v1" if compat else "tensorflow"
    if outer or (compat and tensorflow == "1.15"):
        api = "tensorflow._api.v1" if tensorflow == "1.15" else "tensorflow._api.v2"
        module = ".".join((api, *(("compat.v1",) if compat else ()), *((outer,) if outer else ())))
    return f"module '{module}' has no attribute '{last}'"
