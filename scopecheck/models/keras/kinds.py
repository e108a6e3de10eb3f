"""Which of Keras's layers have weights, hold other layers, or keep their input's shape."""

from __future__ import annotations

WEIGHTED = frozenset(
    "Dense Conv1D Conv2D Conv3D Conv1DTranspose Conv2DTranspose Conv3DTranspose Convolution1D "
    "Convolution2D Convolution3D Convolution2DTranspose Deconvolution2D Deconv2D SeparableConv1D "
    "SeparableConv2D SeparableConvolution2D DepthwiseConv1D DepthwiseConv2D AtrousConvolution2D "
    "LocallyConnected1D LocallyConnected2D Embedding LSTM GRU SimpleRNN CuDNNLSTM CuDNNGRU "
    "ConvLSTM1D ConvLSTM2D ConvLSTM3D LSTMCell GRUCell SimpleRNNCell PReLU MultiHeadAttention "
    "EinsumDense LayerNormalization GroupNormalization InstanceNormalization BatchNormalization "
    "SyncBatchNormalization".split()
)
STATISTICS = frozenset({"BatchNormalization", "SyncBatchNormalization"})
SAME_SHAPE = frozenset(
    "Activation Dropout SpatialDropout1D SpatialDropout2D SpatialDropout3D GaussianNoise "
    "GaussianDropout AlphaDropout LeakyReLU ELU ThresholdedReLU Softmax ReLU Masking "
    "ActivityRegularization BatchNormalization LayerNormalization InstanceNormalization "
    "GroupNormalization PReLU".split()
)
WEIGHTLESS = SAME_SHAPE - WEIGHTED | frozenset(
    "Flatten Reshape Permute RepeatVector Lambda InputLayer Add Subtract Multiply Average Maximum "
    "Minimum Concatenate Dot Merge MaxPooling1D MaxPooling2D MaxPooling3D AveragePooling1D "
    "AveragePooling2D AveragePooling3D MaxPool1D MaxPool2D MaxPool3D AvgPool1D AvgPool2D AvgPool3D "
    "GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D GlobalAveragePooling1D "
    "GlobalAveragePooling2D GlobalAveragePooling3D GlobalMaxPool2D GlobalAvgPool2D UpSampling1D "
    "UpSampling2D UpSampling3D ZeroPadding1D ZeroPadding2D ZeroPadding3D Cropping1D Cropping2D "
    "Cropping3D Rescaling Resizing RandomFlip RandomRotation RandomZoom CenterCrop Identity".split()
)
WRAPPERS = frozenset(
    "TimeDistributed Bidirectional RNN StackedRNNCells Wrapper SpectralNormalization "
    "WeightNormalization".split()
)
MERGING = frozenset("add subtract multiply average maximum minimum concatenate dot merge".split())
