# Annotated parameters, results and variables change nothing about the program.
from typing import Dict, List, Optional, Tuple, Union

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
WIDTH: int = 3
pending: List[str]


def dense(
    x: tf.Tensor,
    units: int = WIDTH,
    *,
    name: Optional[str] = None,
    shape: Union[Tuple[int, ...], None] = None,
) -> "tf.Tensor":
    name: str = name or "anonymous"
    variables: Dict[str, tf.Variable] = {"w": tf.get_variable(name, shape or [x.shape[-1], units])}
    return tf.matmul(x, variables["w"])


class Holder:
    size: int = 2
    name: str


pending = ["a", "b"]
for item in pending:
    dense(tf.zeros([2, Holder.size]), name=item)
dense(tf.zeros([1, 1]), shape=(1, 1))
