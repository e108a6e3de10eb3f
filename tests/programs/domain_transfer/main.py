# tensorflow: 1.15
"""Transfer digits from one domain to another; run with --mode pretrain, train or eval."""
import tensorflow as tf
from model import DTN
from solver import Solver

flags = tf.app.flags
flags.DEFINE_string("mode", "train", "'pretrain', 'train' or 'eval'")
flags.DEFINE_string("model_save_path", "model", "directory for saving the model")
FLAGS = flags.FLAGS


def main(_):
    model = DTN(mode=FLAGS.mode, learning_rate=0.0003)
    solver = Solver(model, batch_size=4, pretrain_iter=1, train_iter=1, model_save_path=FLAGS.model_save_path)
    if FLAGS.mode == "pretrain":
        solver.pretrain()
    elif FLAGS.mode == "train":
        solver.train()
    else:
        solver.eval()


if __name__ == "__main__":
    tf.app.run()
