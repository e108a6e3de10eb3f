# What methods and operators of lists and tuples give, and their errors, decides about names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


a = [3, 1, 2]
a.append(4)
a.extend((5, 6))
a.insert(0, 9)
a.insert(-1, 8)
told("grown", a)
told("pop", a.pop(), a.pop(0), a.pop(-2), a)
a.remove(1)
told("remove", a, a.index(2), a.count(3), a.count(77))
a.reverse()
told("reverse", a)
a.sort()
told("sort", a)
a.sort(reverse=True)
told("back", a)
a.sort(key=lambda n: (n % 2, n))
told("key", a)
b = a.copy()
b.clear()
told("clear", b, a)
told("plus", [1] + [2], [1, 2] * 2, 2 * [0], (1,) + (2,), (1, 2) * 2)
c = [1]
d = c
c += [2]
told("augmented", d, c is d)
c *= 2
told("multiplied", d)
c = c + [7]
told("new", d, c)
told("slices", c[1:], c[:2], c[::2], c[::-1], c[-2:], c[5:9], c[3:1])
c[1:3] = [10, 11, 12]
told("assigned", c)
c[::2] = [0, 0, 0]
told("steps", c)
del c[0]
del c[1:3]
told("deleted", c)
c[-1] = 99
told("last", c, c[-1], c[0])
told("compare", [1, 2] < [1, 3], [1] == [1], [1] != [2], (1, 2) >= (1,), [1, 2] == (1, 2))
told("in", 99 in c, 5 in c, 5 not in c)
told("tuples", (1, 2, 1).count(1), (1, 2, 1).index(2), tuple([1, 2]), tuple("ab"))
told("index", [1, 2, 1].index(1, 1))
told("unpack", *[1, *[2, 3], *(4,)])
first, *middle, last = range(5)
told("star", first, middle, last)
(x, y), z = (1, 2), 3
told("nested", x, y, z)
told("empty", bool([]), bool(()), bool([0]), len([[]]))
for at, make in enumerate(
    [
        lambda: [1][5],
        lambda: (1,)[5],
        lambda: [].pop(),
        lambda: [1].pop(3),
        lambda: [1].remove(2),
        lambda: [1].index(2),
        lambda: (1,).index(2),
        lambda: [1, 2].__getitem__(2),
    ]
):
    try:
        make()
        told("fine%d" % at)
    except (IndexError, ValueError) as error:
        told("error%d" % at, type(error).__name__, error)
try:
    c[50] = 1
except IndexError as error:
    told("assignment", error)
try:
    del c[50]
except IndexError as error:
    told("deletion", error)
