"""Probability distributions: what they compute, they compute from their parameters.

Source: tensorflow/python/ops/distributions; tensorflow/contrib/distributions. They make no
variables.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.ops.arguments import composed, dtype_of, shape_of, tensor_inputs
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Dims, Shape, Tensor, dims_of, operation
from scopecheck.symbolic.values import Builtin, Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

METHODS = frozenset(
    "log_prob prob cdf log_cdf survival_function log_survival_function sample entropy mean mode "
    "stddev variance covariance quantile kl_divergence cross_entropy".split()
)
OF_VALUES = frozenset(
    "log_prob prob cdf log_cdf survival_function log_survival_function quantile".split()
)
DISCRETE = frozenset(
    "Bernoulli BernoulliWithSigmoidProbs Binomial Categorical Geometric Multinomial "
    "OneHotCategorical Poisson".split()
)
CONTINUOUS = frozenset(
    "Beta BetaWithSoftplusConcentration Cauchy Chi2 Dirichlet Exponential "
    "ExponentialWithSoftplusRate Gamma GammaWithSoftplusConcentrationRate Gumbel HalfNormal "
    "InverseGamma Laplace LaplaceWithSoftplusScale Logistic LogNormal MultivariateNormalDiag "
    "MultivariateNormalDiagWithSoftplusScale MultivariateNormalFullCovariance "
    "MultivariateNormalTriL Normal NormalWithSoftplusScale RelaxedBernoulli "
    "RelaxedOneHotCategorical StudentT StudentTWithAbsDfSoftplusScale Uniform".split()
)
# Of these each element has a parameter of its own, so that shapes are the parameters'.
ELEMENTWISE = frozenset(
    "Bernoulli Beta Cauchy Exponential Gamma Gumbel Laplace Logistic Normal "
    "NormalWithSoftplusScale Poisson StudentT Uniform".split()
)


@dataclass(frozen=True)
class Distribution(Foreign):
    """A distribution.

    sources: the tensors among its parameters. given: those by name. shape: of one sample and
    dtype: of its parameters, where they are known.
    """

    name: str
    sources: tuple[Value, ...]
    given: tuple[tuple[str, Value], ...] = field(default=())
    shape: Dims = UNSEEN
    dtype: str | None = None

    def get_attribute(self, m: Machine, name: str) -> Value:
        """What it can compute, and the parameters that were passed by name."""
        if name in METHODS:
            return Builtin(name, lambda m, a: _computed(m, self, name, a))
        if name == "batch_shape":
            return Shape(self.shape)
        return dict(self.given).get(name, NotImplemented)


def _computed(m: Machine, of: Distribution, method: str, a: Arguments) -> Value:
    others = [other for value in a.every() for other in _sources(m, value)]
    op = "Round" if method in ("sample", "mode") and of.name in DISCRETE else "Distribution"
    dims, discrete = _shape(m, of, method, a), op == "Round"
    dtype = None if discrete else of.dtype
    return composed(operation(m, op, (*of.sources, *others), dims, dtype, of.name))


def _shape(m: Machine, of: Distribution, method: str, a: Arguments) -> Dims:
    """The shape of a result: samples in front, or that of the value with the parameters."""
    if method == "sample":
        outer = dims_of(m, a.args[0] if a.args else a.kwargs.get("sample_shape", ()))
        known = isinstance(outer, tuple) and isinstance(of.shape, tuple)
        return outer + of.shape if known else UNSEEN  # type: ignore[operator]
    if of.name == "Categorical" and method != "entropy":
        return UNSEEN
    if method in OF_VALUES:
        return shapes.broadcast(shape_of(m, next(iter(a.every()), None)), of.shape)
    return of.shape if method not in ("kl_divergence", "cross_entropy", "covariance") else UNSEEN


def _sources(m: Machine, value: Value) -> tuple[Value, ...]:
    return value.sources if isinstance(value, Distribution) else tensor_inputs(m, value)


def _made(name: str) -> Model:
    def model(m: Machine, a: Arguments) -> Value:
        named = {k: v for k, v in a.kwargs.items() if k not in ("name", "dtype")}
        values = (*a.args, *named.values())
        held = [value for value in values if isinstance(value, Tensor)]
        return Distribution(
            name,
            tensor_inputs(m, *values),
            tuple(a.kwargs.items()),
            _parameters(m, name, values),
            dtype_of(m, held[0]) if held else "float32",
        )

    return model


def _parameters(m: Machine, name: str, values: tuple[Value, ...]) -> Dims:
    numbers = [value for value in values if value is not None and not isinstance(value, bool)]
    dims = shapes.broadcast_all([shape_of(m, value) for value in numbers])
    if name in ELEMENTWISE:
        return dims
    if name == "Categorical" and isinstance(dims, tuple) and dims:
        return dims[:-1]
    return UNSEEN


def _divergence(m: Machine, a: Arguments) -> Value:
    sources = [one for value in a.every() for one in _sources(m, value)]
    held = [value.shape for value in a.every() if isinstance(value, Distribution)]
    dims = shapes.broadcast_all(held) if len(held) == 2 else UNSEEN
    return operation(m, "Distribution", tuple(sources), dims, None)


MODELS: dict[str, Model] = {}
for _prefix in ("tf.distributions", "tf.contrib.distributions"):
    MODELS[f"{_prefix}.kl_divergence"] = _divergence
    for _name in (*CONTINUOUS, *DISCRETE):
        MODELS[f"{_prefix}.{_name}"] = _made(_name)
