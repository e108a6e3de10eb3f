# Arrays of coordinates, repeated and turned arrays of numpy, and images that are turned or moved.
import numpy as np
import tensorflow as tf

ogrid = np.ogrid[:3, 1:5, :6:2]
bump = (1 - abs(ogrid[0] - 1) / 2.0) * (1 - abs(ogrid[1] - 1) / 2.0)
bank = np.repeat(np.repeat(bump[:, :, :, np.newaxis, np.newaxis], 2, axis=3), 5, axis=-1)
shown = {
    "first": ogrid[0],
    "third": ogrid[2],
    "bank": bank.astype(np.float32),
    "repeated": np.repeat(np.zeros([2, 3], np.float32), 4),
    "rows": np.zeros([2, 3], np.float32).repeat(2, axis=0),
    "line": np.ogrid[:4],
    "points": np.mgrid[0:2, 0:3],
    "steps": np.mgrid[-1.0:1.0:0.5, 0:1:5j],
    "swapped": np.swapaxes(np.zeros([2, 3, 4], np.float32), 0, -1),
    "mirrored": np.fliplr(np.ones([2, 3], np.float32)),
}
xs, ys = np.meshgrid(np.arange(3.0), np.arange(4.0))
shown["xs"] = xs.astype(np.float32)
shown["ij"] = np.meshgrid(np.arange(3.0), np.arange(4.0), indexing="ij")[1].astype(np.float32)
for name in sorted(shown):
    tf.Variable(shown[name], name=name)
