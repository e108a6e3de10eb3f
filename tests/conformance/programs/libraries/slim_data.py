# Records that slim's providers read and decode: only a count of epochs is a variable.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.python import debug as tf_debug

slim = tf.contrib.slim
decoders = slim.tfexample_decoder


class Doubled(decoders.ItemHandler):
    def __init__(self, key):
        super(Doubled, self).__init__(key)

    def tensors_to_item(self, keys_to_tensors):
        return keys_to_tensors[self.keys[0]] * 2


features = {
    "image/encoded": tf.FixedLenFeature([], tf.string, ""),
    "image/format": tf.FixedLenFeature([], tf.string, "jpeg"),
    "label": tf.FixedLenFeature([1], tf.int64),
    "row": tf.FixedLenFeature((2, 3), tf.float32),
    "many": tf.VarLenFeature(tf.int64),
}
for side in ("ymin", "xmin", "ymax", "xmax"):
    features["box/" + side] = tf.VarLenFeature(tf.float32)
handlers = {
    "image": decoders.Image(),
    "digit": decoders.Image(shape=[28, 28, 1], channels=1),
    "label": decoders.Tensor("label", shape=[]),
    "row": decoders.Tensor("row"),
    "flat": decoders.Tensor("row", shape=[6]),
    "box": decoders.BoundingBox(None, "box/"),
    "many": decoders.Tensor("many", shape_keys="label"),
    "called": decoders.ItemHandlerCallback(["row"], lambda held: held["row"] + 1.0),
    "backed": decoders.BackupHandler(decoders.Tensor("row"), decoders.Tensor("row")),
    "doubled": Doubled("row"),
}
decoder = decoders.TFExampleDecoder(features, handlers)


def split(name):
    return slim.dataset.Dataset(
        data_sources=["/nowhere/%s_1.tfrecord" % name, "/nowhere/%s_2.tfrecord" % name],
        reader=tf.TFRecordReader,
        decoder=decoder,
        num_samples=100,
        items_to_descriptions={},
        num_classes=7,
    )


train = split("train")
provider = slim.dataset_data_provider.DatasetDataProvider(train, num_readers=3)
image, digit, row, flat, called, backed, doubled = provider.get(
    ["image", "digit", "row", "flat", "called", "backed", "doubled"]
)
once = slim.dataset_data_provider.DatasetDataProvider(
    split("validation"), shuffle=False, num_epochs=1, scope="validation"
)
key, value = slim.parallel_reader.parallel_read(
    ["/nowhere/other"], tf.TextLineReader, num_epochs=2, shuffle=False
)
with tf.variable_scope("net"):
    for name, one in (("image", image), ("digit", digit)):
        tf.layers.conv2d(tf.cast(tf.expand_dims(one, 0), tf.float32), 4, 3, name=name)
    for name, one in (("row", row), ("called", called), ("backed", backed), ("twice", doubled)):
        tf.layers.dense(one, train.num_classes, name=name)
    tf.layers.dense(tf.expand_dims(flat, 0), 3, name="flat")
    queue = slim.prefetch_queue.prefetch_queue(
        list(tf.train.batch([row, flat], batch_size=5)), capacity=2, name="prefetched"
    )
    rows, flats = queue.dequeue()
    tf.layers.dense(flats, 2, name="flats")
    named = slim.prefetch_queue.prefetch_queue({"row": row}, dynamic_pad=True)
    tf.layers.dense(named.dequeue()["row"], 2, name="named")
    tf.get_variable(str(sorted(provider.list_items())[0]), [provider.num_samples()])

session = tf_debug.LocalCLIDebugWrapperSession(tf.Session())
hook = tf_debug.LocalCLIDebugHook(ui_type="readline")
provider.get("image")
