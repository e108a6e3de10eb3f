"""Training: optimizers, gradients, slots, losses, averages, learning rates."""
