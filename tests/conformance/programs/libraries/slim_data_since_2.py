# tf_slim's providers in a graph of TensorFlow 2.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf
import tf_slim as slim

tf.disable_eager_execution()
decoders = slim.tfexample_decoder
features = {
    "row": tf.FixedLenFeature((2, 3), tf.float32),
}
handlers = {
    "row": decoders.Tensor("row"),
    "flat": decoders.Tensor("row", shape=[1, 6]),
}
decoder = decoders.TFExampleDecoder(features, handlers)
data = slim.dataset.Dataset(["/nowhere/train"], tf.TFRecordReader, decoder, 100, {}, classes=7)
provider = slim.dataset_data_provider.DatasetDataProvider(data, num_epochs=2)
row, flat = provider.get(["row", "flat"])
with tf.variable_scope("net"):
    slim.fully_connected(row, data.classes)
    slim.fully_connected(flat, 2)
    queue = slim.prefetch_queue.prefetch_queue([row], dynamic_pad=True)
    slim.fully_connected(queue.dequeue(), 3, scope="rows")
decoders.Tensor("row", shape_keys="row", shape=[6])
