# Lists shared by two names change together, copies don't, and a nested list is shared even in a copied one.
import copy

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
base = [1, [2]]
alias, shallow, deep = base, list(base), copy.deepcopy(base)
alias[0] = 5
base[1].append(3)
tf.get_variable("alias_%d_%d" % (base[0], len(alias[1])), base[1])
tf.get_variable("shallow_%d_%d" % (shallow[0], len(shallow[1])), [1])
tf.get_variable("deep_%d_%d" % (deep[0], len(deep[1])), [1])
rows = [[0] * 2] * 2
rows[0][1] = 7
tf.get_variable("rows_%d" % rows[1][1], [1])


def grow(sizes, more=()):
    sizes = sizes + list(more)
    sizes.append(9)
    return sizes


tf.get_variable("grown%d" % len(base), grow(base[1], (4,)))
settings = {"units": 4}
local = dict(settings)
local["units"] += 1
tf.get_variable("units_%(units)d" % settings, [local["units"]])
