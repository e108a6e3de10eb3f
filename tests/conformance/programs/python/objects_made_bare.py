# Objects that __new__ makes without a call of the class.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Net(object):
    @classmethod
    def make(cls, size):
        made = cls.__new__(cls)
        made.size = size
        return made

    def __init__(self):
        raise ValueError("not this way")

    def build(self):
        return tf.get_variable("v%d" % self.size, [self.size])

    def copy(self, size):
        new = self.__class__.__new__(self.__class__)
        new.__dict__.update(self.__dict__)
        new.size = size
        return new


class Deeper(Net):
    pass


class Single(object):
    one = None

    def __new__(cls):
        if cls.one is None:
            cls.one = object.__new__(cls)
            cls.one.count = 0
        return cls.one

    def __init__(self):
        self.count += 1


class Counted(object):
    def __new__(cls, *args):
        made = super(Counted, cls).__new__(cls)
        made.count = len(args)
        return made

    def __init__(self, *args):
        self.next = self.count + 1


class Table(dict):
    @classmethod
    def make(cls):
        made = cls.__new__(cls)
        made["size"] = 5
        return made


Net.make(3).build()
Deeper.make(4).copy(6).build()
bare = object.__new__(Net)
bare.size = 7
bare.build()
Single()
Single()
tf.get_variable("single%d" % Single().count, [1])
tf.get_variable("counted%d" % Counted(1, 2).next, [1])
tf.get_variable("table%d" % Table.make()["size"], [1])
