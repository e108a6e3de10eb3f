# append, extend, insert, pop, remove, reverse, sort, index and slices change lists in place.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
names = ["b", "a"]
names.append("d")
names.extend(["c", "e"])
names.insert(1, "x")
removed = names.pop()
names.remove("x")
names.sort()
names.reverse()
names += [removed * 2]
names[0], names[-1] = names[-1], names[0]
del names[1]
names[1:2] = ["p", "q"]
for position, name in enumerate(names):
    tf.get_variable("%d%s" % (position, name), [names.index(name) + 1])
copy, alias = names[:], names
alias.clear()
tf.get_variable("copy%d_alias%d" % (len(copy), len(names)), [len(list(copy) * 2)])
