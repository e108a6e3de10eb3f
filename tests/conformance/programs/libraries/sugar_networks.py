# sugartensor's large networks.
# tensorflow: 0.12
import sugartensor as tf

x = tf.zeros([1, 224, 224, 3])
x.sg_vgg_16(name="vgg", num_class=7, dout=0.5)
x.sg_vgg_16(name="vgg", num_class=7, reuse=True)
tf.zeros([1, 14, 14, 8]).sg_resnet_layer(dim=2, num=2, stride=2, name="layer")
tf.zeros([1, 14, 14, 8]).sg_densenet_layer(dim=4, num=2, name="dense")
