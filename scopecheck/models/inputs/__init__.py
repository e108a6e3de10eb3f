"""Inputs: queues, datasets, what an estimator is fed."""
