# When a hook acts is given once; averages are of numbers with a fraction.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
train = tf.train
TRIED = [
    lambda: train.CheckpointSaverHook("nowhere"),
    lambda: train.CheckpointSaverHook("nowhere", save_secs=1, save_steps=1),
    lambda: train.CheckpointSaverHook("nowhere", 10),
    lambda: train.CheckpointSaverHook(
        "nowhere", 10, saver=train.Saver(allow_empty=True), scaffold=train.Scaffold()
    ),
    lambda: train.SummarySaverHook(save_steps=1),
    lambda: train.SummarySaverHook(save_steps=1, summary_op=tf.constant("")),
    lambda: train.LoggingTensorHook(["a"]),
    lambda: train.LoggingTensorHook(["a"], at_end=True),
    lambda: train.LoggingTensorHook(["a"], every_n_iter=0),
    lambda: train.LoggingTensorHook(["a"], every_n_iter=1, every_n_secs=1),
    lambda: train.StopAtStepHook(),
    lambda: train.StopAtStepHook(4),
    lambda: train.StopAtStepHook(4, 5),
    lambda: train.StepCounterHook(),
    lambda: train.StepCounterHook(every_n_secs=1),
    lambda: train.ProfilerHook(),
    lambda: train.SecondOrStepTimer(1, 1),
    lambda: train.ExponentialMovingAverage(0.9).apply([tf.get_variable("n", [], tf.int32)]),
]
for number, build in enumerate(TRIED):
    try:
        build()
    except (ValueError, TypeError):
        tf.get_variable("refused_%d" % number, [1])
train.StopAtStepHook(num_steps=1, last_step=2)
