"""What Python 2 let its functions take is not refused."""

from __future__ import annotations

from predictions import made, raised, traced


def test_more_arguments_as_in_python_2() -> None:
    program = """
numbers = [3, 1]
numbers.sort(lambda a, b: a - b)
sorted(numbers, lambda a, b: a - b)
file("notes.txt", "r")
unicode("a", "utf8", "ignore")
map(None, numbers)
reduce(lambda a, b: a + b, numbers, 0)
tf.get_variable("v", [1])
"""
    assert made(program) == ["v"]


def test_arguments_that_are_not_seen_refuse_nothing() -> None:
    program = """
from elsewhere import some
items = []
items.append(*some)
items.insert(*some)
items.index(*some)
len(*some)
tf.get_variable("v", [1])
"""
    assert made(program) == ["v"]


def test_too_few_arguments() -> None:
    assert "TypeError" in raised("[].insert(1)")


def test_translate_as_in_python_2() -> None:
    program = """
from __builtin__ import False, True
print 1
True, False = 1 == 1, 1 == 0
if True and not False:
    tf.get_variable("a-b".translate(None, "-"), [1])
tf.get_variable("c-".translate(None).replace("-", "d"), [1])
tf.get_variable(u"e-f".translate({45: u"_"}), [1])
"""
    assert made(program) == ["ab", "cd", "e_f"]


ORDERED = """
kinds = [[1] > 2, None < 2, "a" > 2, (1,) > "a", {} > [], None < "", "s" < (), 2 < {}]
tf.get_variable("_".join(str(int(one)) for one in kinds), [1])
"""


def test_kinds_have_an_order_in_python_2() -> None:
    assert made("print 1" + ORDERED) == ["1_1_1_1_0_1_1_1"]
    assert "TypeError: '>' not supported" in raised(ORDERED)


def test_a_list_that_holds_more_than_data_is_no_less_than_a_number() -> None:
    program = """
x = tf.placeholder(tf.float32, [2, 3])
tf.get_variable("more" if x.get_shape().dims > 2 else "less", [1])
"""
    assert [[one.variable.name for one in end.holdings] for end in traced(program).endings] == [
        ["more:0"]
    ]


def test_translate_of_python_3_wants_a_table() -> None:
    assert "TypeError" in raised('"a".translate(None)')
