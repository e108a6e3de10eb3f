# isinstance of numbers' and collections' classes, of six's and of the types module's.
# tensorflow: 1.15
import collections
import collections.abc
import numbers
import types
import typing

import six
import tensorflow as tf


class Able(object):
    def __iter__(self):
        return iter([1])

    def __len__(self):
        return 1

    def __call__(self):
        return None


class Table(collections.abc.Mapping):
    def __getitem__(self, name):
        return name

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


class Words(dict):
    pass


class Plain(object):
    pass


def function():
    return None


values = [1, 1.5, True, "a", b"b", None, (1,), [1], {1: 2}, {1}, function, lambda: 0]
values += [Able(), Able, len, range(3), Table(), Words(), Plain(), Able().__len__]
kinds = [
    numbers.Number,
    numbers.Integral,
    numbers.Real,
    collections.Iterable,
    collections.abc.Sequence,
    collections.abc.MutableSequence,
    collections.abc.Mapping,
    collections.abc.Callable,
    collections.abc.Sized,
    collections.abc.Hashable,
    collections.abc.Container,
    collections.abc.Set,
    collections.abc.Iterator,
    typing.Sequence,
    typing.Dict,
    six.string_types,
    six.integer_types,
    six.text_type,
    six.class_types,
    types.FunctionType,
    types.LambdaType,
    types.MethodType,
    types.ModuleType,
    (numbers.Number, str),
    six.string_types + (list,),
]
for at, kind in enumerate(kinds):
    answers = "".join("1" if isinstance(value, kind) else "0" for value in values)
    tf.get_variable("k%d_%s" % (at, answers), [1])
flags = tf.app.flags
flags.DEFINE_integer("size", 3, "")
flags.DEFINE_string("name", "a", "")
size, name = flags.FLAGS.size, flags.FLAGS.name
assert type(size) == int and isinstance(size, numbers.Number)
assert isinstance(name, six.string_types) and not isinstance(name, numbers.Number)
assert isinstance(tf, types.ModuleType)
x = tf.zeros([2])
assert not isinstance(x, (numbers.Number, collections.abc.Sequence, collections.abc.Mapping))
assert isinstance(x, collections.Iterable)
