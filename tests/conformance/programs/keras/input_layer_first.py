# A Sequential whose first layer is an InputLayer: of a tensor, of a shape; each next layer is built.
# tensorflow: 1.15
import tensorflow as tf

image = tf.placeholder(tf.float32, [None, 8, 8, 1])
model = tf.keras.models.Sequential()
model.add(tf.keras.layers.InputLayer(input_tensor=image))
model.add(tf.keras.layers.Conv2D(4, 3, padding="same", name="first"))
model.add(tf.keras.layers.Flatten())
model.add(tf.keras.layers.Dense(2, name="last"))
loss = tf.reduce_mean(model.outputs[0])
tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss, var_list=tf.trainable_variables())

other = tf.keras.models.Sequential()
other.add(tf.keras.layers.InputLayer((5,)))
other.add(tf.keras.layers.Dense(3, name="of_shape"))
tf.get_variable("seen", other.output.get_shape().as_list()[1:])

whole = tf.keras.models.Sequential([tf.keras.layers.InputLayer(batch_input_shape=(2, 6))])
whole.add(tf.keras.layers.Dense(1, name="of_batch"))
tf.get_variable("both", whole.output.shape.as_list())
