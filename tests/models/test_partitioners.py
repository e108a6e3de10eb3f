"""How many parts a partitioner cuts a variable into."""

from __future__ import annotations

import pytest
from predictions import machine

from scopecheck.models.store.partitioners import MODELS
from scopecheck.models.tensors import DType, Shape
from scopecheck.symbolic.calls import Arguments


@pytest.mark.parametrize(
    ("kind", "arguments", "parts"),
    [
        ("fixed_size_partitioner", {"num_shards": 3}, (3, 1)),
        ("fixed_size_partitioner", {"num_shards": 3, "axis": 1}, (1, 2)),
        ("variable_axis_size_partitioner", {"max_shard_bytes": 16}, (5, 1)),
        ("variable_axis_size_partitioner", {"max_shard_bytes": 8, "max_shards": 4}, (4, 1)),
        ("min_max_variable_partitioner", {"max_partitions": 9, "min_slice_size": 40}, (2, 1)),
        ("min_max_variable_partitioner", {}, (1, 1)),
    ],
)
def test_parts_of_ten_rows(kind: str, arguments: dict[str, int], parts: tuple[int, ...]) -> None:
    m = machine()
    partitioner = MODELS[f"tf.{kind}"](m, Arguments((), arguments))
    call = Arguments((), {"shape": Shape((10, 2)), "dtype": DType("float32")})
    assert m.contents(partitioner.call(m, call)).items == parts
