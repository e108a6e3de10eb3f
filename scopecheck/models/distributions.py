"""Probability distributions: what they compute, they compute from their parameters.

Source: tensorflow/python/ops/distributions; tensorflow/contrib/distributions. They make no
variables.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scopecheck.models.ops_arguments import tensor_inputs
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, operation
from scopecheck.symbolic.values import Builtin, Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

METHODS = frozenset(
    "log_prob prob cdf log_cdf survival_function log_survival_function sample entropy mean mode "
    "stddev variance covariance quantile kl_divergence cross_entropy".split()
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


@dataclass(frozen=True)
class Distribution(Foreign):
    """A distribution; sources: the tensors among its parameters; given: those by name."""

    name: str
    sources: tuple[Value, ...]
    given: tuple[tuple[str, Value], ...] = field(default=())

    def get_attribute(self, m: Machine, name: str) -> Value:
        """What it can compute, and the parameters that were passed by name."""
        if name in METHODS:
            return Builtin(name, lambda m, a: _computed(m, self, name, a))
        return dict(self.given).get(name, NotImplemented)


def _computed(m: Machine, of: Distribution, method: str, a: Arguments) -> Value:
    others = [other for value in a.every() for other in _sources(m, value)]
    op = "Round" if method in ("sample", "mode") and of.name in DISCRETE else "Distribution"
    return operation(m, op, (*of.sources, *others), UNSEEN, None)


def _sources(m: Machine, value: Value) -> tuple[Value, ...]:
    return value.sources if isinstance(value, Distribution) else tensor_inputs(m, value)


def _made(name: str) -> Model:
    def model(m: Machine, a: Arguments) -> Value:
        sources = tensor_inputs(m, *a.args, *a.kwargs.values())
        return Distribution(name, sources, tuple(a.kwargs.items()))

    return model


def _divergence(m: Machine, a: Arguments) -> Value:
    sources = [one for value in a.every() for one in _sources(m, value)]
    return operation(m, "Distribution", tuple(sources), UNSEEN, None)


MODELS: dict[str, Model] = {}
for _prefix in ("tf.distributions", "tf.contrib.distributions"):
    MODELS[f"{_prefix}.kl_divergence"] = _divergence
    for _name in (*CONTINUOUS, *DISCRETE):
        MODELS[f"{_prefix}.{_name}"] = _made(_name)
