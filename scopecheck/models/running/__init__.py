"""Programs that TensorFlow runs: estimators, supervisors, threads, test cases."""
