"""Stands in for sugartensor/sg_util.py: options, of which one that isn't given is None."""


class _Opt(object):
    """``sg_opt``."""

    def __init__(self, *args, **kwargs):
        self.__dict__.update(*args, **kwargs)

    def __getattr__(self, key):
        return None

    def __setitem__(self, key, value):
        self.__dict__[key] = value

    def __getitem__(self, key):
        return self.__dict__[key]

    def __iter__(self):
        return iter(self.__dict__)

    def __len__(self):
        return len(self.__dict__)

    def keys(self):
        """The names of the options."""
        return self.__dict__.keys()

    def items(self):
        """The options."""
        return self.__dict__.items()

    def __add__(self, other):
        result = _Opt(self.__dict__)
        for key, value in other.items():
            if result.__dict__.get(key) is None:
                result.__dict__[key] = value
        return result

    def __mul__(self, other):
        result = _Opt(self.__dict__)
        for key, value in other.items():
            result.__dict__[key] = value
        return result


sg_opt = _Opt
