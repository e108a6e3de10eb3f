"""Stands in for tensorflow/contrib/slim/python/slim/data: records read by queues, and decoded.

The queues' reading makes one variable, the count of epochs that ``num_epochs`` asks for.
"""

import tensorflow as tf

from scopecheck_stand_in import surely


class DataDecoder(object):
    """What makes tensors of a record."""


class ItemHandler(object):
    """What makes an item of the parsed features with some keys."""

    def __init__(self, keys):
        self._keys = keys if isinstance(keys, (tuple, list)) else [keys]

    @property
    def keys(self):
        """The features that it needs."""
        return self._keys


class ItemHandlerCallback(ItemHandler):
    """The item is what a function makes of the features."""

    def __init__(self, keys, func):
        super(ItemHandlerCallback, self).__init__(keys)
        self._func = func

    def tensors_to_item(self, keys_to_tensors):
        """Calls the function."""
        return self._func(keys_to_tensors)


class BoundingBox(ItemHandler):
    """Four features, side by side."""

    def __init__(self, keys=None, prefix=""):
        if keys is None:
            keys = ["ymin", "xmin", "ymax", "xmax"]
        elif len(keys) != 4:
            raise ValueError("BoundingBox expects 4 keys but got {}".format(len(keys)))
        super(BoundingBox, self).__init__([prefix + key for key in keys])

    def tensors_to_item(self, keys_to_tensors):
        """One row for each box."""
        sides = [_dense(keys_to_tensors[key], None, 0) for key in self._keys]
        return tf.transpose(tf.concat([tf.expand_dims(side, 0) for side in sides], 0))


class Tensor(ItemHandler):
    """One feature, reshaped if asked."""

    def __init__(self, tensor_key, shape_keys=None, shape=None, default_value=0):
        if shape_keys and shape is not None:
            raise ValueError("Cannot specify both shape_keys and shape parameters.")
        if shape_keys and not isinstance(shape_keys, list):
            shape_keys = [shape_keys]
        self._key = tensor_key
        self._shape_keys = shape_keys or []
        self._shape = shape
        self._default = default_value
        super(Tensor, self).__init__([tensor_key] + self._shape_keys)

    def tensors_to_item(self, keys_to_tensors):
        """The feature, dense."""
        shape = self._shape
        if self._shape_keys:
            sizes = [_dense(keys_to_tensors[key], None, 0) for key in self._shape_keys]
            shape = tf.reshape(tf.stack(sizes), [-1])
        return _dense(keys_to_tensors[self._key], shape, self._default)


class LookupTensor(Tensor):
    """One feature, looked up in a table."""

    def __init__(self, tensor_key, table, shape_keys=None, shape=None, default_value=""):
        self._table = table
        super(LookupTensor, self).__init__(tensor_key, shape_keys, shape, default_value)

    def tensors_to_item(self, keys_to_tensors):
        """What the table has for it."""
        return self._table.lookup(super(LookupTensor, self).tensors_to_item(keys_to_tensors))


class BackupHandler(ItemHandler):
    """Another handler's item where the first one's is empty."""

    def __init__(self, handler, backup):
        for role, one in (("Primary", handler), ("Backup", backup)):
            if not isinstance(one, ItemHandler):
                kind = type(one)
                raise ValueError("%s handler is of type %s instead of ItemHandler" % (role, kind))
        self._handler = handler
        self._backup = backup
        super(BackupHandler, self).__init__(handler.keys + backup.keys)

    def tensors_to_item(self, keys_to_tensors):
        """Either item."""
        item = self._handler.tensors_to_item(keys_to_tensors)
        empty = tf.equal(tf.reduce_prod(tf.shape(item)), 0)
        return tf.cond(empty, lambda: self._backup.tensors_to_item(keys_to_tensors), lambda: item)


class SparseTensor(ItemHandler):
    """Indices and values."""

    def __init__(
        self,
        indices_key=None,
        values_key=None,
        shape_key=None,
        shape=None,
        densify=False,
        default_value=0,
    ):
        keys = [indices_key or "indices", values_key or "values"]
        self._densify = densify
        self._default = default_value
        super(SparseTensor, self).__init__(keys + ([shape_key] if shape_key else []))

    def tensors_to_item(self, keys_to_tensors):
        """Its shape is found when it is read."""
        indices, values = [keys_to_tensors[key] for key in self._keys[:2]]
        made = tf.SparseTensor(indices.indices, values.values, indices.dense_shape)
        return tf.sparse_tensor_to_dense(made, self._default) if self._densify else made


class Image(ItemHandler):
    """A decoded image."""

    def __init__(
        self,
        image_key=None,
        format_key=None,
        shape=None,
        channels=3,
        dtype=tf.uint8,
        repeated=False,
        dct_method="",
    ):
        super(Image, self).__init__([image_key or "image/encoded", format_key or "image/format"])
        self._shape = shape
        self._channels = channels
        self._dtype = dtype
        self._repeated = repeated

    def tensors_to_item(self, keys_to_tensors):
        """One image, or as many as there are strings."""
        data = keys_to_tensors[self._keys[0]]
        if self._repeated:
            return tf.map_fn(self._decode, data, dtype=self._dtype)
        return self._decode(data)

    def _decode(self, data):
        image = tf.cast(tf.image.decode_image(data, channels=self._channels), self._dtype)
        image.set_shape([None, None, self._channels])
        return image if self._shape is None else tf.reshape(image, self._shape)


class TFExampleDecoder(DataDecoder):
    """Parses an example, and has the handlers make the items."""

    def __init__(self, keys_to_features, items_to_handlers):
        self._keys_to_features = keys_to_features
        self._items_to_handlers = items_to_handlers

    def list_items(self):
        """What it can decode."""
        return list(self._items_to_handlers.keys())

    def decode(self, serialized_example, items=None):
        """A list of the items."""
        example = tf.parse_single_example(serialized_example, self._keys_to_features)
        decoded = []
        for item in items or self.list_items():
            handler = self._items_to_handlers[item]
            needed = {key: example[key] for key in handler.keys}
            decoded.append(handler.tensors_to_item(needed))
        return decoded


def _dense(tensor, shape, default):
    """A feature as a tensor; of one that was sparse only the rank is known."""
    if surely(tensor.shape.ndims is not None):
        return tensor if shape is None else tf.reshape(tensor, shape)
    return tf.sparse_tensor_to_dense(tensor, default)


class Dataset(object):
    """Where records are, and how they are decoded."""

    def __init__(self, data_sources, reader, decoder, num_samples, items_to_descriptions, **kwargs):
        self.data_sources = data_sources
        self.reader = reader
        self.decoder = decoder
        self.num_samples = num_samples
        self.items_to_descriptions = items_to_descriptions
        for name, value in kwargs.items():
            setattr(self, name, value)


class DataProvider(object):
    """Gives the tensors of items."""

    def __init__(self, items_to_tensors, num_samples):
        self._items_to_tensors = items_to_tensors
        self._num_samples = num_samples

    def get(self, items):
        """A list of tensors."""
        if not isinstance(items, (list, tuple)):
            raise ValueError("items must be a list or tuple")
        for item in items:
            if item not in self._items_to_tensors:
                valid = self.list_items()
                raise ValueError("Item [%s] is invalid. Valid entries include: %s" % (item, valid))
        return [self._items_to_tensors[item] for item in items]

    def list_items(self):
        """What it has."""
        return self._items_to_tensors.keys()

    def num_samples(self):
        """As the dataset says."""
        return self._num_samples


class DatasetDataProvider(DataProvider):
    """Reads a dataset."""

    def __init__(
        self,
        dataset,
        num_readers=1,
        reader_kwargs=None,
        shuffle=True,
        num_epochs=None,
        common_queue_capacity=256,
        common_queue_min=128,
        record_key="record_key",
        seed=None,
        scope=None,
    ):
        key, data = parallel_read(
            dataset.data_sources,
            reader_class=dataset.reader,
            num_epochs=num_epochs,
            num_readers=num_readers,
            reader_kwargs=reader_kwargs,
            shuffle=shuffle,
            capacity=common_queue_capacity,
            min_after_dequeue=common_queue_min,
            seed=seed,
            scope=scope,
        )
        items = dataset.decoder.list_items()
        made = dict(zip(items, dataset.decoder.decode(data, items)))
        if record_key in made:
            raise ValueError(
                "The item name used for `record_key` cannot also be used for a dataset item: %s",
                record_key,
            )
        made[record_key] = key
        super(DatasetDataProvider, self).__init__(made, dataset.num_samples)


def parallel_read(
    data_sources,
    reader_class,
    num_epochs=None,
    num_readers=4,
    reader_kwargs=None,
    shuffle=True,
    dtypes=None,
    capacity=256,
    min_after_dequeue=128,
    seed=None,
    scope=None,
):
    """Keys and values, from a queue that several readers fill."""
    files = get_data_files(data_sources)
    with tf.name_scope(scope, "parallel_read"):
        names = tf.train.string_input_producer(
            files, num_epochs=num_epochs, shuffle=shuffle, seed=seed, name="filenames"
        )
        queue = tf.FIFOQueue(capacity, dtypes or [tf.string, tf.string], name="common_queue")
        queue.enqueue(reader_class(**(reader_kwargs or {})).read(names))
        return queue.dequeue()


def single_pass_read(data_sources, reader_class, reader_kwargs=None, scope=None):
    """Keys and values, each once."""
    files = get_data_files(data_sources)
    with tf.name_scope(scope, "single_pass_read"):
        names = tf.train.string_input_producer(
            files, num_epochs=1, shuffle=False, capacity=1, name="filenames"
        )
        return reader_class(**(reader_kwargs or {})).read(names)


def get_data_files(data_sources):
    """The files that patterns match."""
    if isinstance(data_sources, (list, tuple)):
        return [name for source in data_sources for name in get_data_files(source)]
    if any(sign in data_sources for sign in "*?["):
        return tf.gfile.Glob(data_sources)
    return [data_sources]


def prefetch_queue(
    tensors, capacity=8, num_threads=1, dynamic_pad=False, shared_name=None, name=None
):
    """A queue that hands tensors on as they are."""
    names = sorted(tensors.keys()) if isinstance(tensors, dict) else None
    listed = tensors if names is None else [tensors[one] for one in names]
    with tf.name_scope(name, "prefetch_queue", listed):
        make = tf.PaddingFIFOQueue if dynamic_pad else tf.FIFOQueue
        queue = make(
            capacity=capacity,
            dtypes=[one.dtype for one in listed],
            shapes=[one.get_shape() for one in listed],
            names=names,
            shared_name=shared_name,
        )
        queue.enqueue(tensors)
        return queue
