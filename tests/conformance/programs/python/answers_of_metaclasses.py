# What metaclasses, hooks of derived classes and six's helpers answer.
import six
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
asked = []


def told(make):
    try:
        value = str(make())
    except Exception as error:
        value = type(error).__name__
    shown = "".join(c if c.isalnum() and c < "~" or c in ".-" else "_" for c in value)
    asked.append(shown)
    tf.get_variable("%d.%s" % (len(asked), shown), [1])


class Meta(type):
    def __new__(mcs, name, bases, body, **named):
        body["added"] = 5
        made = super().__new__(mcs, name, bases, body)
        made.tag = name.lower()
        return made

    def __init__(cls, name, bases, body, **named):
        super().__init__(name, bases, body)
        cls.named = sorted(named)

    def __call__(cls, *args, **named):
        held = super().__call__(*args, **named)
        held.called = True
        return held

    @property
    def shown(cls):
        return cls.__name__ + "!"

    def greet(cls, other):
        return cls.__name__ + other


class Tagged(metaclass=Meta):
    def __init__(self, value=1):
        self.value = value

    def twice(self):
        return self.value * 2


class Below(Tagged, extra=1):
    def __init__(self):
        super().__init__(7)


class Single(type):
    made = {}

    def __call__(cls, *args, **named):
        if cls not in cls.made:
            cls.made[cls] = super(Single, cls).__call__(*args, **named)
        return cls.made[cls]


class Config(metaclass=Single):
    def __init__(self, size=3):
        self.size = size


class Old(six.with_metaclass(Single, object)):
    def __init__(self, size=4):
        self.size = size


@six.add_metaclass(Meta)
class Added:
    kept = 2


class Plugin:
    known = []

    def __init_subclass__(cls, label="none", **named):
        super().__init_subclass__(**named)
        cls.label = label
        Plugin.known.append(cls.__name__)


class One(Plugin, label="one"):
    pass


class Two(Plugin):
    pass


class Three(One, label="three"):
    pass


class Registry(type):
    classes = {}

    def __new__(cls, name, bases, attrs):
        new = type.__new__(cls, name, bases, attrs)
        cls.classes[name] = new
        return new


class Base(metaclass=Registry):
    size = 1


class Large(Base):
    size = 10


told(lambda: Tagged.tag)
told(lambda: Tagged.added)
told(lambda: Tagged.named)
told(lambda: Tagged().called)
told(lambda: Tagged(4).twice())
told(lambda: Tagged().tag)
told(lambda: Tagged.shown)
told(lambda: Tagged.greet("?"))
told(lambda: Tagged.nothing)
told(lambda: hasattr(Tagged, "shown"))
told(lambda: hasattr(Tagged(), "shown"))
told(lambda: type(Tagged) is Meta)
told(lambda: type(Tagged()) is Tagged)
told(lambda: isinstance(Tagged, Meta))
told(lambda: isinstance(Tagged, type))
told(lambda: isinstance(Tagged(), Tagged))
told(lambda: Below.tag)
told(lambda: Below.named)
told(lambda: Below().twice())
told(lambda: Below().called)
told(lambda: type(Below) is Meta)
told(lambda: Config() is Config(8))
told(lambda: Config(9).size)
told(lambda: Old().size)
told(lambda: Old() is Old())
told(lambda: Added.tag)
told(lambda: Added.kept)
told(lambda: Added().called)
told(lambda: Plugin.known)
told(lambda: One.label)
told(lambda: Two.label)
told(lambda: Three.label)
told(lambda: Three().label)
told(lambda: sorted(Registry.classes))
told(lambda: Registry.classes["Large"].size)
told(lambda: Registry.classes["Base"]().size)
told(lambda: [c.__name__ for c in Large.__mro__])
