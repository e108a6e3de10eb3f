# A tape watches no reference variables, and a loss that is a tensor is no function.
# tensorflow: 1.15
import tensorflow as tf

reference = tf.Variable(1.0, name="reference")
try:
    tf.keras.optimizers.Adagrad(0.1).minimize(lambda: reference * 2.0, var_list=[reference])
except SystemError:
    kept = tf.Variable(2.0, name="kept", use_resource=True)
tf.keras.optimizers.Adagrad(0.1).minimize(kept * 2.0, var_list=[kept])
