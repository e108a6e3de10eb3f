import numpy as np
import tensorflow.compat.v1 as tf


def create_adam_optimizer(learning_rate, momentum):
    return tf.train.AdamOptimizer(learning_rate=learning_rate, epsilon=1e-4)


def create_sgd_optimizer(learning_rate, momentum):
    return tf.train.MomentumOptimizer(learning_rate=learning_rate, momentum=momentum)


optimizer_factory = {"adam": create_adam_optimizer, "sgd": create_sgd_optimizer}


def create_variable(name, shape):
    return tf.Variable(tf.glorot_uniform_initializer()(shape=shape), name=name)


def create_embedding_table(name, shape):
    if shape[0] == shape[1]:
        return tf.Variable(np.identity(n=shape[0], dtype=np.float32), name=name)
    return create_variable(name, shape)


def create_bias_variable(name, shape):
    return tf.Variable(tf.constant_initializer(value=0.0, dtype=tf.float32)(shape=shape), name)


def time_to_batch(value, dilation):
    shape = tf.shape(value)
    pad_elements = dilation - 1 - (shape[1] + dilation - 1) % dilation
    padded = tf.pad(value, [[0, 0], [0, pad_elements], [0, 0]])
    reshaped = tf.reshape(padded, [-1, dilation, shape[2]])
    transposed = tf.transpose(reshaped, perm=[1, 0, 2])
    return tf.reshape(transposed, [shape[0] * dilation, -1, shape[2]])


def causal_conv(value, filter_, dilation, name="causal_conv"):
    with tf.name_scope(name):
        filter_width = tf.shape(filter_)[0]
        if dilation > 1:
            transformed = time_to_batch(value, dilation)
            conv = tf.nn.conv1d(transformed, filter_, stride=1, padding="VALID")
            shape = tf.shape(conv)
            prepared = tf.reshape(conv, [dilation, -1, shape[2]])
            restored = tf.reshape(tf.transpose(prepared, perm=[1, 0, 2]), [tf.div(shape[0], dilation), -1, shape[2]])
        else:
            restored = tf.nn.conv1d(value, filter_, stride=1, padding="VALID")
        out_width = tf.shape(value)[1] - (filter_width - 1) * dilation
        return tf.slice(restored, [0, 0, 0], [-1, out_width, -1])


class WaveNetModel(object):
    def __init__(self, batch_size, dilations, filter_width, residual_channels, dilation_channels, skip_channels,
                 quantization_channels=2 ** 8, use_biases=False, scalar_input=False, initial_filter_width=32,
                 histograms=False, global_condition_channels=None):
        self.batch_size, self.dilations, self.filter_width = batch_size, dilations, filter_width
        self.residual_channels, self.dilation_channels = residual_channels, dilation_channels
        self.quantization_channels, self.skip_channels = quantization_channels, skip_channels
        self.use_biases, self.scalar_input = use_biases, scalar_input
        self.initial_filter_width, self.histograms = initial_filter_width, histograms
        self.global_condition_channels = global_condition_channels
        self.receptive_field = (self.filter_width - 1) * sum(self.dilations) + 1 + self.filter_width - 1
        self.variables = self._create_variables()

    def _create_variables(self):
        var = dict()
        with tf.variable_scope("wavenet"):
            with tf.variable_scope("causal_layer"):
                layer = dict()
                if self.scalar_input:
                    initial_channels = 1
                    initial_filter_width = self.initial_filter_width
                else:
                    initial_channels = self.quantization_channels
                    initial_filter_width = self.filter_width
                layer["filter"] = create_variable("filter", [initial_filter_width, initial_channels, self.residual_channels])
                var["causal_layer"] = layer
            var["dilated_stack"] = list()
            with tf.variable_scope("dilated_stack"):
                for i, dilation in enumerate(self.dilations):
                    with tf.variable_scope("layer{}".format(i)):
                        current = dict()
                        for kind in ("filter", "gate"):
                            current[kind] = create_variable(kind, [self.filter_width, self.residual_channels, self.dilation_channels])
                        current["dense"] = create_variable("dense", [1, self.dilation_channels, self.residual_channels])
                        current["skip"] = create_variable("skip", [1, self.dilation_channels, self.skip_channels])
                        if self.global_condition_channels is not None:
                            current["gc_gateweights"] = create_variable("gc_gate", [1, self.global_condition_channels, self.dilation_channels])
                        if self.use_biases:
                            current["filter_bias"] = create_bias_variable("filter_bias", [self.dilation_channels])
                            current["gate_bias"] = create_bias_variable("gate_bias", [self.dilation_channels])
                        var["dilated_stack"].append(current)
            with tf.variable_scope("postprocessing"):
                current = dict()
                current["postprocess1"] = create_variable("postprocess1", [1, self.skip_channels, self.skip_channels])
                current["postprocess2"] = create_variable("postprocess2", [1, self.skip_channels, self.quantization_channels])
                if self.use_biases:
                    current["postprocess1_bias"] = create_bias_variable("postprocess1_bias", [self.skip_channels])
                var["postprocessing"] = current
            with tf.variable_scope("embedding"):
                size = self.quantization_channels
                var["embedding"] = create_embedding_table("table", [size, size])
        return var

    def _dilation_layer(self, input_batch, layer_index, dilation, output_width):
        variables = self.variables["dilated_stack"][layer_index]
        conv_filter = causal_conv(input_batch, variables["filter"], dilation)
        conv_gate = causal_conv(input_batch, variables["gate"], dilation)
        if self.use_biases:
            conv_filter = tf.add(conv_filter, variables["filter_bias"])
            conv_gate = tf.add(conv_gate, variables["gate_bias"])
        out = tf.tanh(conv_filter) * tf.sigmoid(conv_gate)
        transformed = tf.nn.conv1d(out, variables["dense"], stride=1, padding="SAME", name="dense")
        skip_cut = tf.shape(out)[1] - output_width
        out_skip = tf.slice(out, [0, skip_cut, 0], [-1, -1, -1])
        skip_contribution = tf.nn.conv1d(out_skip, variables["skip"], stride=1, padding="SAME", name="skip")
        if self.histograms:
            tf.summary.histogram("layer{}_filter".format(layer_index), variables["filter"])
        input_cut = tf.shape(input_batch)[1] - tf.shape(transformed)[1]
        input_batch = tf.slice(input_batch, [0, input_cut, 0], [-1, -1, -1])
        return skip_contribution, input_batch + transformed

    def _create_network(self, input_batch):
        outputs = []
        current_layer = causal_conv(input_batch, self.variables["causal_layer"]["filter"], 1)
        output_width = tf.shape(input_batch)[1] - self.receptive_field + 1
        with tf.name_scope("dilated_stack"):
            for layer_index, dilation in enumerate(self.dilations):
                with tf.name_scope("layer{}".format(layer_index)):
                    output, current_layer = self._dilation_layer(current_layer, layer_index, dilation, output_width)
                    outputs.append(output)
        with tf.name_scope("postprocessing"):
            w1 = self.variables["postprocessing"]["postprocess1"]
            w2 = self.variables["postprocessing"]["postprocess2"]
            total = sum(outputs)
            conv1 = tf.nn.conv1d(tf.nn.relu(total), w1, stride=1, padding="SAME")
            if self.use_biases:
                conv1 = tf.add(conv1, self.variables["postprocessing"]["postprocess1_bias"])
            return tf.nn.conv1d(tf.nn.relu(conv1), w2, stride=1, padding="SAME")

    def loss(self, input_batch, l2_regularization_strength=None, name="wavenet"):
        with tf.name_scope(name):
            quantized = tf.cast((tf.clip_by_value(input_batch, -1, 1) + 1) / 2 * (self.quantization_channels - 1), tf.int32)
            encoded = tf.one_hot(tf.reshape(quantized, [self.batch_size, -1]), depth=self.quantization_channels)
            network_input = tf.nn.embedding_lookup(self.variables["embedding"], tf.reshape(quantized, [self.batch_size, -1]))
            raw_output = self._create_network(tf.slice(network_input, [0, 0, 0], [-1, tf.shape(encoded)[1] - 1, -1]))
            with tf.name_scope("loss"):
                target = tf.slice(encoded, [0, self.receptive_field, 0], [-1, -1, -1])
                target = tf.reshape(target, [-1, self.quantization_channels])
                prediction = tf.reshape(raw_output, [-1, self.quantization_channels])
                reduced_loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(logits=prediction, labels=target))
                tf.summary.scalar("loss", reduced_loss)
                if l2_regularization_strength is None:
                    return reduced_loss
                l2_loss = tf.add_n([tf.nn.l2_loss(v) for v in tf.trainable_variables() if not ("bias" in v.name)])
                return reduced_loss + l2_regularization_strength * l2_loss
