# Loops that nothing decides: what they change, and what holds after them.
import itertools
import os
import random

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


def used(make):
    make()
    asked.append("")
    tf.get_variable("%d" % len(asked), [1])


n = 2 + os.getpid() % 5


class Counter:
    def __init__(self):
        self.seen = 0
        self.items = []
        self.table = {}
        self.last = None

    def add(self, item):
        self.seen += 1
        self.items.append(item)
        self.table[item] = self.seen
        self.last = item
        return self


def counted(times):
    total = 0
    for at in range(times):
        total += at
        if at == 1000:
            break
    else:
        total += 1
    return total


def stepped(times):
    step = 0
    saved = []
    while step < times:
        step += 1
        if step % 100 == 0:
            saved.append(step)
            continue
        if random.random() > 2:
            break
    return step >= 0 and saved == saved


def appended(times):
    rows = []
    for at in range(times):
        rows.append((at, str(at)))
    return rows


def keyed(times):
    table = {"first": 0}
    for at in range(times):
        table[at] = at * 2
        table["first"] = at
    return table


def paired(items):
    seen = []
    for at, (one, other) in enumerate(zip(items, items)):
        if at > 5:
            return seen
        seen.append(one == other)
    return seen


def searched(items, wanted):
    for item in items:
        if item == wanted:
            return True
    return False


def nested(times):
    total = []
    for i in range(times):
        for j in range(times):
            if j == i:
                continue
            total.append((i, j))
        else:
            total.append(None)
    return total


def yielded(times):
    for at in range(times):
        yield at
        yield str(at)


def forever():
    at = 0
    while True:
        at += 1
        yield at


def halves(value):
    steps = 0
    while value > 1:
        value = value // 2
        steps += 1
    return steps


def retried(times):
    for attempt in range(times):
        try:
            if random.random() > 2:
                raise ValueError(attempt)
            return "done"
        except ValueError:
            continue
        finally:
            attempt = None
    return "never"


def filled(times):
    held = Counter()
    for at in range(times):
        held.add(at)
    return held


def swapped(times):
    one, other = 1, 2
    for _ in range(times):
        one, other = other, one
    return {one, other} == {1, 2}


def extended(times):
    rows = [0]
    for _ in range(times):
        rows += [1, 2]
        rows = rows + [3]
        rows.insert(0, 9)
        rows.pop()
        rows.reverse()
    return rows


def words(times):
    text = ""
    for at in range(times):
        text += "%d," % at
    return text


def emptied(times):
    rows = list(range(times))
    while rows:
        rows.pop()
    return rows


def walked(value):
    while isinstance(value, list):
        value = value[0]
    return value


def batches(items, size):
    for at in range(0, len(items), size):
        yield items[at : at + size]


def decided(flag):
    name = "a"
    for _ in range(3):
        if flag:
            name = "b"
    return name in ("a", "b")


used(lambda: counted(n) >= 0)
told(lambda: counted(3))
used(lambda: counted(2000))
used(lambda: len(appended(n)) >= 0)
told(lambda: appended(2))
told(lambda: appended(n)[0] is not None)
told(lambda: "first" in keyed(n))
told(lambda: keyed(2))
told(lambda: sorted(map(str, keyed(n))) is not None)
told(lambda: paired(os.listdir(os.getcwd())) is not None)
told(lambda: paired("abcdefgh"))
told(lambda: searched(os.listdir(os.getcwd()), "no such file") or True)
told(lambda: searched("abc", "b"))
told(lambda: searched(range(n), -1) in (True, False))
used(lambda: len(nested(n)) >= 0)
told(lambda: nested(2))
told(lambda: list(yielded(n)) is not None)
told(lambda: list(yielded(2)))
told(lambda: next(yielded(3)))
told(lambda: next(forever()))
told(lambda: list(itertools.islice(forever(), 3)))
used(lambda: halves(n) >= 0)
told(lambda: halves(40))
told(lambda: retried(n) in ("done", "never"))
told(lambda: retried(0))
told(lambda: filled(n).seen >= 0)
told(lambda: filled(2).items)
told(lambda: filled(n).items is not None)
told(lambda: filled(n).table is not None)
used(lambda: filled(n).last is not None)
told(lambda: swapped(n))
told(lambda: swapped(3))
used(lambda: len(extended(n)) > 0)
told(lambda: extended(2))
used(lambda: words(n) != "x")
told(lambda: words(3))
used(lambda: emptied(n) == [])
told(lambda: emptied(4))
told(lambda: walked([[[5]]]))
told(lambda: len(list(batches(list(range(7)), 3))))
told(lambda: list(batches([1, 2, 3], 2)))
used(lambda: len(list(batches(list(range(n)), 2))) >= 0)
told(lambda: decided(n > 100))
used(lambda: [at for at in range(n) if at > 100] == [])
used(lambda: sum(at for at in range(n)) >= 0)
told(lambda: {at: str(at) for at in range(n)} is not None)
used(lambda: max(range(n)) >= 0)
used(lambda: sorted(range(n), reverse=True)[0] >= 0)
told(lambda: list(zip(range(n), "abc")) is not None)
told(lambda: dict(enumerate("ab" * n)) is not None)
told(lambda: [(i, j) for i in range(n) for j in range(i)] is not None)
told(lambda: list(map(lambda at: at + 1, range(n))) is not None)
