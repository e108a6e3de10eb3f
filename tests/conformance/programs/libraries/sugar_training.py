# sugartensor's losses and its train step, whose category says which variables it trains.
# tensorflow: 0.12
import sugartensor as tf

x = tf.sg_input(shape=3)
y = tf.placeholder(tf.sg_intx, [None])


def network(tensor, name):
    reuse = len([t for t in tf.global_variables() if t.name.startswith(name)]) > 0
    with tf.sg_context(name=name, act="relu", reuse=reuse):
        return tensor.sg_dense(dim=4, name="fc1", bn=True).sg_dense(dim=3, name="fc2", act="linear")


fake = network(tf.zeros([2, 2]), "generator")
real = network(x, "discriminator")
judged = network(fake, "discriminator")
loss = real.sg_ce(target=y, mask=True).sg_mean() + real.sg_mse(target=1.0).sg_mean(dims=1)
other = judged.sg_bce(target=tf.ones([2, 3])).sg_mean() + judged.sg_mae(target=0.0).sg_mean()
other += fake.sg_hinge(target=tf.ones([2, 3])).sg_mean()
real.sg_accuracy(target=y)
tf.sg_summary_image(tf.zeros([1, 4, 4, 1]), name="real")
tf.sg_optim(loss, lr=0.0001, category="discriminator")
tf.sg_optim(other, optim="AdaMax", category="generator")
tf.sg_optim(other, optim="Adam", category=["generator", "discriminator/fc1"])
tf.sg_optim(other, optim="sgd")
assert tf.sg_phase() is not tf.sg_global_step()
with tf.Session() as sess:
    tf.sg_init(sess)
    sess.run(tf.sg_global_step())
tf.zeros([2, 2]).sg_dense(dim=4, name="fc1").sg_dense()
network(tf.zeros([2, 5]), "generator")
