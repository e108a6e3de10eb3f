"""One story for each rule: a program and its trace, as the interpreter would write it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from examples import program
from scenes import (
    OFF,
    Scene,
    created,
    entered,
    refused,
    reusing,
    switched,
    variable,
)

from scopecheck.engine import check_source
from scopecheck.rules import Finding, all_rules, check_trace
from scopecheck.rules.sco901_unreadable import unreadable
from scopecheck.rules.sco903_unused_suppression import unused_suppression
from scopecheck.trace import (
    ArgumentRefused,
    EagerRequest,
    NameScope,
    Refusal,
    Reuse,
    ScopeState,
    Site,
    TensorFlowError,
    Undecided,
)


@dataclass(frozen=True)
class Story:
    """A scene and the findings of its trace."""

    scene: Scene
    findings: tuple[Finding, ...]


def collision() -> Story:
    scene = Scene(
        {
            "gan.py": """\
import tensorflow as tf

from networks import discriminator

image = tf.placeholder(tf.float32, [None, 784])
real = discriminator(image)
fake = discriminator(tf.random_normal([8, 784]))
""",
            "networks.py": """\
import tensorflow as tf


def discriminator(image, reuse=False):
    with tf.variable_scope("discriminator", reuse=reuse):
        hidden = tf.layers.dense(image, 128)
        return tf.layers.dense(hidden, 1)
""",
        }
    )
    inner = scene.at("tf.layers.dense(image, 128)", "discriminator", file="networks.py")
    scope = scene.at(
        'tf.variable_scope("discriminator", reuse=reuse)', "discriminator", file="networks.py"
    )
    real = scene.at("discriminator(image)")
    fake = scene.at("discriminator(tf.random_normal([8, 784]))")
    state = ScopeState("discriminator", Reuse.OFF)
    first = created(
        "discriminator/dense/kernel", (real, inner), state, by="tf.layers.dense", shape=(784, 128)
    )
    again = refused(
        "discriminator/dense/kernel",
        (fake, inner),
        Refusal.EXISTS,
        state,
        by="tf.layers.dense",
        in_the_way=first.variable,
        shape=(784, 128),
    )
    events = (entered((real, scope), state), first, entered((fake, scope), state), again)
    return Story(scene, tuple(check_trace(scene.trace(*events))))


def missing() -> Story:
    scene = Scene(
        {
            "foo.py": """\
import tensorflow as tf

with tf.variable_scope("foo"):
    kernel = tf.get_variable("kernel", [4, 1])
with tf.variable_scope("foo", reuse=True):
    same = tf.get_variable("kernels", [4, 1])
"""
        }
    )
    make = scene.at('tf.get_variable("kernel", [4, 1])')
    ask = scene.at('tf.get_variable("kernels", [4, 1])')
    source = scene.at('tf.variable_scope("foo", reuse=True)')
    state = reusing("foo", "argument", source)
    first = created("foo/kernel", (make,), ScopeState("foo", Reuse.OFF))
    events = (
        first,
        entered((source,), state, Reuse.ON),
        refused("foo/kernels", (ask,), Refusal.MISSING, state),
    )
    return Story(scene, tuple(check_trace(scene.trace(*events))))


def tf_variable() -> Story:
    scene = Scene(
        {
            "foo.py": """\
import tensorflow as tf


def twice():
    with tf.variable_scope("foo"):
        v1 = tf.Variable(tf.zeros([2, 3]), name="v1")
    with tf.variable_scope("foo", reuse=True):
        again = tf.get_variable("v1", [2, 3])
    return v1, again


twice()
"""
        }
    )
    call = scene.at("twice()", nth=2)
    make = scene.at('tf.Variable(tf.zeros([2, 3]), name="v1")', "twice")
    source = scene.at('tf.variable_scope("foo", reuse=True)', "twice")
    ask = scene.at('tf.get_variable("v1", [2, 3])', "twice")
    plain = variable("foo/v1", (call, make), shape=(2, 3), made_by="Variable")
    request = refused(
        "foo/v1",
        (call, ask),
        Refusal.MISSING,
        reusing("foo", "argument", source),
        plain=plain,
        shape=(2, 3),
    )
    return Story(scene, tuple(check_trace(scene.trace(request))))


def shape() -> Story:
    scene = Scene(
        {
            "cgan.py": """\
import tensorflow as tf


def D(x, reuse=None):
    with tf.variable_scope("D", reuse=reuse):
        w1 = tf.get_variable("w1", [int(x.shape[1]), 24])
        return tf.matmul(x, w1)


D(tf.concat([image, label], 1))
D(generated, reuse=True)
"""
        }
    )
    first = scene.at("D(tf.concat([image, label], 1))")
    second = scene.at("D(generated, reuse=True)")
    ask = scene.at('tf.get_variable("w1", [int(x.shape[1]), 24])', "D")
    source = scene.at('tf.variable_scope("D", reuse=reuse)', "D")
    request = refused(
        "D/w1",
        (second, ask),
        Refusal.SHAPE,
        reusing("D", "argument", source),
        in_the_way=variable("D/w1", (first, ask), shape=(59, 24)),
        shape=(49, 24),
        message="Trying to share variable D/w1, but specified shape (49, 24) and found shape "
        "(59, 24).",
    )
    return Story(scene, tuple(check_trace(scene.trace(request))))


def dtype() -> Story:
    scene = Scene(
        {
            "eval.py": """\
import numpy as np
import tensorflow as tf


def net(x):
    with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
        return tf.layers.dense(x, 8, name="h1")


train = net(tf.placeholder(tf.float32, [None, 4]))
for features in [np.zeros([10, 4])]:
    valid = net(features)
"""
        }
    )
    first = scene.at("net(tf.placeholder(tf.float32, [None, 4]))")
    second = scene.at("net(features)")
    ask = scene.at('tf.layers.dense(x, 8, name="h1")', "net")
    source = scene.at('tf.variable_scope("net", reuse=tf.AUTO_REUSE)', "net")
    request = refused(
        "net/h1/kernel",
        (second, ask),
        Refusal.DTYPE,
        reusing("net", "argument", source),
        by="tf.layers.dense",
        in_the_way=variable("net/h1/kernel", (first, ask), shape=(4, 8)),
        shape=(4, 8),
        dtype="float64",
        message="Trying to share variable net/h1/kernel, but specified dtype float64 and found "
        "dtype float32_ref.",
    )
    return Story(scene, tuple(check_trace(scene.trace(request))))


def shapeless() -> Story:
    scene = Scene(
        {
            "flat.py": """\
import tensorflow as tf

image = tf.placeholder(tf.float32, [None, 28, 28])
flat = tf.reshape(image, [-1, tf.size(image[0])])
out = tf.layers.dense(flat, 10)
"""
        }
    )
    ask = scene.at("tf.layers.dense(flat, 10)")
    said = "The last dimension of the inputs to `Dense` should be defined. Found `None`."
    request = refused(
        "",
        (ask,),
        Refusal.SHAPE_UNDEFINED,
        by="tf.layers.dense",
        shape=(None, 10),
        message=said,
    )
    return Story(scene, tuple(check_trace(scene.trace(request))))


def slot() -> Story:
    scene = Scene(
        {
            "train.py": """\
import tensorflow as tf

real = discriminator(images)
tf.get_variable_scope().reuse_variables()
fake = discriminator(generated)
loss = tf.reduce_mean(real) - tf.reduce_mean(fake)
train = tf.train.AdamOptimizer(0.01).minimize(loss)
"""
        }
    )
    ask = scene.at("tf.train.AdamOptimizer(0.01).minimize(loss)")
    call = scene.at("tf.get_variable_scope().reuse_variables()")
    request = refused(
        "discriminator/w/Adam/",
        (ask,),
        Refusal.MISSING,
        reusing("", "reuse_variables", call),
        by="AdamOptimizer.minimize",
        purpose="slot",
        when=("FLAGS.train is true",),
    )
    return Story(scene, tuple(check_trace(scene.trace(switched((call,), ""), request))))


def argument() -> Story:
    scene = Scene(
        {
            "scopes.py": """\
import tensorflow as tf

for i in range(2):
\twith tf.variable_scope("网络", reuse=i):  # 名前
\t\tw = tf.get_variable("w", [4, 1])
"""
        }
    )
    site = scene.at('tf.variable_scope("网络", reuse=i)')
    error = TensorFlowError("ValueError", "The reuse parameter must be True or False or None.")
    event = ArgumentRefused(site, (site,), "tf.variable_scope", error, "网络")
    return Story(scene, tuple(check_trace(scene.trace(event))))


def name_scope_collision() -> Story:
    scene = Scene(
        {
            "distill.py": """\
import tensorflow as tf


def classifier(name):
    with tf.name_scope(name):
        return tf.get_variable("weights", [36, 10])


teacher = classifier("teacher")
student = classifier("student")
"""
        }
    )
    teacher, student = scene.at('classifier("teacher")'), scene.at('classifier("student")')
    opened = scene.at("tf.name_scope(name)", "classifier")
    ask = scene.at('tf.get_variable("weights", [36, 10])', "classifier")
    first = created(
        "weights", (teacher, ask), shape=(36, 10), name_scopes=(NameScope("teacher", opened),)
    )
    again = refused(
        "weights",
        (student, ask),
        Refusal.EXISTS,
        in_the_way=first.variable,
        shape=(36, 10),
        name_scopes=(NameScope("student", opened),),
    )
    return Story(scene, tuple(check_trace(scene.trace(first, again))))


def name_scope_warning() -> Story:
    scene = Scene(
        {
            "compare.py": """\
import tensorflow as tf


def compare():
    with tf.name_scope("hello"):
        arr1 = tf.get_variable("arr1", shape=[2, 10])
    with tf.variable_scope("hello"):
        arr2 = tf.get_variable("arr1", shape=[2, 10])
"""
        }
    )
    opened = scene.at('tf.name_scope("hello")', "compare")
    first = scene.at('tf.get_variable("arr1", shape=[2, 10])', "compare")
    second = scene.at('tf.get_variable("arr1", shape=[2, 10])', "compare", nth=2)
    events = (
        created("arr1", (first,), shape=(2, 10), name_scopes=(NameScope("hello", opened),)),
        created("hello/arr1", (second,), ScopeState("hello", Reuse.OFF), shape=(2, 10)),
    )
    return Story(scene, tuple(check_trace(scene.trace(*events, closed=False))))


def leak() -> Story:
    scene = Scene(
        {
            "ddpg.py": """\
import tensorflow as tf


class Critic:
    scope = None

    def q(self, obs):
        with tf.variable_scope(self.scope or "critic") as scope:
            if self.scope is not None:
                scope.reuse_variables()
            value = tf.layers.dense(obs, 1, name="value")
        self.scope = scope
        return value

    def reward_head(self, obs):
        with tf.variable_scope(self.scope):
            return tf.layers.dense(obs, 1, name="reward")


critic = Critic()
critic.q(data)
critic.q(policy)
critic.reward_head(data)
"""
        }
    )
    data, policy = scene.at("critic.q(data)"), scene.at("critic.q(policy)")
    head = scene.at("critic.reward_head(data)")
    opened = scene.at('tf.variable_scope(self.scope or "critic")', "Critic.q")
    call = scene.at("scope.reuse_variables()", "Critic.q")
    make = scene.at('tf.layers.dense(obs, 1, name="value")', "Critic.q")
    reopened = scene.at("tf.variable_scope(self.scope)", "Critic.reward_head")
    ask = scene.at('tf.layers.dense(obs, 1, name="reward")', "Critic.reward_head")
    off = ScopeState("critic", Reuse.OFF)
    on = reusing("critic", "reuse_variables", call)
    events = (
        entered((data, opened), off),
        created("critic/value/kernel", (data, make), off, by="tf.layers.dense"),
        entered((policy, opened), off),
        switched((policy, call), "critic"),
        entered((head, reopened), on),
        refused("critic/reward/kernel", (head, ask), Refusal.MISSING, on, by="tf.layers.dense"),
    )
    return Story(scene, tuple(check_trace(scene.trace(*events))))


def eager() -> Story:
    scene = Scene(
        {
            "eager.py": """\
import tensorflow.compat.v1 as tf


def net(x, reuse=None):
    with tf.variable_scope("net", reuse=reuse):
        w = tf.get_variable("w", [4, 1])
        b = tf.get_variable("b", [1])
    return tf.matmul(x, w) + b


net(train)
net(test, reuse=True)
"""
        }
    )
    train, test = scene.at("net(train)"), scene.at("net(test, reuse=True)")
    w = scene.at('tf.get_variable("w", [4, 1])', "net")
    b = scene.at('tf.get_variable("b", [1])', "net")
    events = (
        EagerRequest(w, (train, w), "net/w", None),
        EagerRequest(b, (train, b), "net/b", None),
        EagerRequest(w, (test, w), "net/w", w),
        EagerRequest(b, (test, b), "net/b", b),
    )
    return Story(scene, tuple(check_trace(scene.trace(*events))))


def broken() -> Story:
    scene = Scene({"broken.py": "import tensorflow as tf\nw = tf.get_variable('w'\n"})
    return Story(scene, (unreadable(scene.at("("), "'(' was never closed"),))


def undecided() -> Story:
    scene = Scene({"plugin.py": "import tensorflow as tf\nexec(text)\n"})
    site = scene.at("exec(text)")
    event = Undecided(site, (site,), "exec", "the text is not known")
    return Story(scene, tuple(check_trace(scene.trace(event))))


def unused() -> Story:
    scene = Scene({"old.py": "w = 1  # scopecheck: ignore[SCO101, SCO102] was shared\n"})
    site = scene.at("# scopecheck: ignore[SCO101, SCO102]")
    return Story(scene, (unused_suppression(site, ("SCO101", "SCO102")),))


@dataclass(frozen=True)
class Example(Scene):
    """A rule's own example, as the analysis read it."""

    read: Callable[[Site], Sequence[str]] = field(default=lambda site: ())

    def lines(self, site: Site) -> Sequence[str]:
        return self.read(site)


def example(code: str) -> Callable[[], Story]:
    """The rule's wrong example through the whole analysis: too much of a trace to write by hand."""

    def story() -> Story:
        rule = all_rules()[code].rule
        name, text = program(rule, rule.wrong)
        checked = check_source(text, name)
        return Story(Example({name: text}, checked.lines), tuple(checked.result.findings))

    return story


STORIES: dict[str, Callable[[], Story]] = {
    "SCO101": collision,
    "SCO102": missing,
    "SCO103": tf_variable,
    "SCO104": shape,
    "SCO105": dtype,
    "SCO106": shapeless,
    "SCO107": slot,
    "SCO108": argument,
    "SCO201": name_scope_collision,
    "SCO201-warning": name_scope_warning,
    "SCO202": example("SCO202"),
    "SCO203": example("SCO203"),
    "SCO204": leak,
    "SCO205": eager,
    "SCO301": example("SCO301"),
    "SCO302": example("SCO302"),
    "SCO303": example("SCO303"),
    "SCO304": example("SCO304"),
    "SCO401": example("SCO401"),
    "SCO501": example("SCO501"),
    "SCO502": example("SCO502"),
    "SCO901": broken,
    "SCO902": undecided,
    "SCO903": unused,
}

__all__ = ["OFF", "STORIES", "Story"]
