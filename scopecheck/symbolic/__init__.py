"""The symbolic interpreter: Python source run on abstract values, without executing it.

It knows Python and the standard library; what a TensorFlow call does it asks of a
library of models, by qualified name.
"""
