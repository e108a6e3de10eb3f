import argparse


def str2bool(v):
    return v.lower() in ("true", "1")


arg_lists = []
parser = argparse.ArgumentParser()


def add_argument_group(name):
    arg = parser.add_argument_group(name)
    arg_lists.append(arg)
    return arg


net_arg = add_argument_group("Network")
net_arg.add_argument("--input_scale_size", type=int, default=16)
net_arg.add_argument("--conv_hidden_num", type=int, default=8, choices=[8, 64, 128])
net_arg.add_argument("--z_num", type=int, default=6)

train_arg = add_argument_group("Training")
train_arg.add_argument("--batch_size", type=int, default=2)
train_arg.add_argument("--max_step", type=int, default=1)
train_arg.add_argument("--d_lr", type=float, default=0.00008)
train_arg.add_argument("--g_lr", type=float, default=0.00008)
train_arg.add_argument("--gamma", type=float, default=0.5)
train_arg.add_argument("--lambda_k", type=float, default=0.001)
train_arg.add_argument("--use_gpu", type=str2bool, default=False)
train_arg.add_argument("--is_train", type=str2bool, default=True)

misc_arg = add_argument_group("Misc")
misc_arg.add_argument("--random_seed", type=int, default=123)


def get_config():
    config, unparsed = parser.parse_known_args()
    return config, unparsed
