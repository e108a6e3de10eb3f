# __getitem__, __len__, __iter__, __contains__, __eq__, __add__ and __enter__ of the program's own classes are followed.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Stack:
    def __init__(self, *sizes):
        self.sizes = list(sizes)

    def __len__(self):
        return len(self.sizes)

    def __getitem__(self, index):
        return self.sizes[index]

    def __iter__(self):
        return iter(self.sizes)

    def __contains__(self, size):
        return size in self.sizes

    def __add__(self, other):
        return Stack(*(self.sizes + other.sizes))

    def __eq__(self, other):
        return self.sizes == other.sizes

    def __enter__(self):
        self.scope = tf.variable_scope("stack%d" % len(self))
        return self.scope.__enter__()

    def __exit__(self, *error):
        return self.scope.__exit__(*error)


stack = Stack(2, 3) + Stack(4)
with stack as scope:
    for i, size in enumerate(stack):
        tf.get_variable("w%d" % i, [size])
    tf.get_variable("last", [stack[-1]])
if 3 in stack and stack == Stack(2, 3, 4) and stack:
    tf.get_variable(scope.name + "_done", [1])
