# What distributions give: shapes, and the gradients that reach their parameters.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

state = tf.placeholder(tf.float32, [None, 4])
mean = tf.layers.dense(state, 2, name="mean")
spread = tf.layers.dense(state, 2, tf.nn.softplus, name="spread")
policy = tf.distributions.Normal(loc=mean, scale=spread)
action = tf.squeeze(policy.sample(1), axis=0)
tf.layers.dense(action, 3, name="of_action")
taken = tf.placeholder(tf.float32, [None, 2])
loss = -tf.reduce_mean(policy.log_prob(taken) + 0.01 * policy.entropy())
tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
old = tf.distributions.Normal(tf.stop_gradient(mean), 1.0)
divergence = tf.distributions.kl_divergence(old, policy)
tf.train.AdagradOptimizer(0.1).minimize(tf.reduce_sum(divergence))
logits = tf.layers.dense(state, 5, name="logits")
choice = tf.distributions.Categorical(logits=logits)
chosen = choice.sample()
tf.train.RMSPropOptimizer(0.1).minimize(-tf.reduce_mean(choice.log_prob(chosen)))
tf.get_variable("rank", [chosen.shape.ndims, choice.entropy().shape.ndims])
