"""Operations on tensors: the shape and dtype of what they give, what they refuse."""
