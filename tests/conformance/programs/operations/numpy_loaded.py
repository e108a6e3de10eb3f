# A file may hold an array of no dimensions, which gives what it holds.
import os
import tempfile

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
path = os.path.join(tempfile.mkdtemp(), "weights.npy")
np.save(path, {"kernel": np.zeros([2, 3]), "bias": np.zeros([3])})
weights = np.load(path, allow_pickle=True, encoding="latin1").tolist()
again = np.load(path, allow_pickle=True).item()
for key in weights.keys():
    assert key in again.keys()
tf.get_variable("after", [len(np.zeros([4]).tolist())])
