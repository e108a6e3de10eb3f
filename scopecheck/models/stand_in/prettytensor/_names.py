"""Names for values that stand for themselves."""


class Phase(object):
    """``prettytensor.Phase``."""

    train = "train"
    test = "eval"
    infer = "infer"


PROVIDED = None
DIM_REST = "*"
DIM_SAME = "_"
PAD_SAME = "SAME"
PAD_VALID = "VALID"
