# __getattr__, __setattr__, __delattr__, descriptors and __slots__ decide about names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


class Lazy(object):
    def __init__(self):
        self.seen = []

    def __getattr__(self, name):
        if name == "nothing":
            raise AttributeError(name)
        self.seen.append(name)
        return name * 2


lazy = Lazy()
told(
    "lazy",
    lazy.ab,
    lazy.seen,
    hasattr(lazy, "nothing"),
    getattr(lazy, "nothing", "n"),
    hasattr(lazy, "zz"),
)


class Doubled(object):
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 2)

    def __delattr__(self, name):
        super(Doubled, self).__delattr__(name)
        super(Doubled, self).__setattr__("last", name)


doubled = Doubled()
doubled.a = 2
told("set", doubled.a)
del doubled.a
told("deleted", doubled.last, hasattr(doubled, "a"))


class Every(object):
    def __getattribute__(self, name):
        if name.startswith("x_"):
            return "every " + name
        return super(Every, self).__getattribute__(name)

    def plain(self):
        return "plain"


told("every", Every().plain())


class Positive(object):
    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner):
        return "class" if instance is None else instance.__dict__.get(self.name, 0)

    def __set__(self, instance, value):
        instance.__dict__[self.name] = abs(value)


class Sized(object):
    width = Positive("width")
    height = Positive("height")


sized = Sized()
sized.width = -3
told("descriptor", sized.width, sized.height, Sized.width)


class Named(object):
    def __set_name__(self, owner, name):
        self.name = "the " + name

    def __get__(self, instance, owner):
        return self.name


class Holder(object):
    field = Named()


told("named", Holder().field, Holder.field)


class Slotted(object):
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


slotted = Slotted()
told("slots", slotted.a, hasattr(slotted, "b"))


class Namespace(object):
    pass


space = Namespace()
space.__dict__.update(a=1, b=2)
told("update", space.a, space.b)
space.__dict__ = {"c": 3}
told("replaced", space.c, hasattr(space, "a"))
space.__dict__["d"] = 4
told("item", space.d, sorted(space.__dict__.keys()), len(vars(space)))


class Chained(object):
    def __init__(self):
        self.steps = []

    def __getattr__(self, name):
        def call(*args):
            self.steps.append((name, args))
            return self

        return call


told("chained", Chained().a(1).b(2, 3).steps)


class Meta(type):
    def __call__(cls, *args):
        made = super(Meta, cls).__call__(*args)
        made.by = "meta"
        return made


Made = Meta("Made", (object,), {"value": 7})
told("type", type("Plain", (object,), {"n": 3}).n, type("Sub", (Namespace,), {}).__name__)
