"""What runs inside the TensorFlow under study: a folder that stands alone.

Its files import one another by their bare names and nothing else of
scopecheck, so that a TensorFlow 1.x interpreter that could never import
scopecheck (Python 2.7, 3.5) can run `record.py` by its path.
"""
