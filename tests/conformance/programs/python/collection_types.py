# namedtuple, OrderedDict, defaultdict, Counter and deque carry names and sizes.
import collections

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
Spec = collections.namedtuple("Spec", ["name", "size"])
specs = [Spec("a", 2), Spec(size=3, name="b")]
specs.append(specs[0]._replace(name="c"))
for spec in specs:
    tf.get_variable(spec.name, [spec.size])
ordered = collections.OrderedDict([("z", 1), ("y", 2)])
ordered["x"] = 3
for name, size in ordered.items():
    tf.get_variable(name, [size])
groups = collections.defaultdict(list)
for name, size in specs:
    groups[size].append(name)
tf.get_variable("".join(groups[2]) + str(len(groups[9])), [len(groups)])
count = collections.Counter("abca")
tf.get_variable("counter_%s" % count.most_common(1)[0][0], [count["a"]])
queue = collections.deque([1, 2, 3], maxlen=3)
queue.append(4)
queue.appendleft(queue.pop())
tf.get_variable("queue_" + "_".join(map(str, queue)), [1])
