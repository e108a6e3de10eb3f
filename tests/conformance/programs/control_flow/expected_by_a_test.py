# Errors that a test expects are handled.
import unittest
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Weights(unittest.TestCase):
    def runTest(self):
        tf.get_variable("w", [2])
        self.assertRaises(ValueError, tf.get_variable, "w", [2])
        with self.assertRaises(ValueError) as caught:
            tf.get_variable("w", [2])
        self.assertIn("already exists", str(caught.exception))
        with self.assertRaisesRegex((TypeError, ValueError), "does not exist"):
            with tf.variable_scope("other", reuse=True):
                tf.get_variable("w", [2])
        tf.get_variable("after", [1])
        with self.assertRaises(TypeError):
            tf.get_variable("w", [2])


case = Weights()
case.runTest()
