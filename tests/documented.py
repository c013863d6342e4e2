"""Models written the way Keras' documentation writes its examples, small enough to build in a moment. What is law for them is in the tests."""

from collections.abc import Callable
from typing import Any

import keras
from keras import layers, ops

Model = Callable[[], Any]
LAYERS_ALONE: list[Model] = []
WITH_OPS: list[Model] = []


def layers_alone(made: Model) -> Model:
    LAYERS_ALONE.append(made)
    return made


def with_ops(made: Model) -> Model:
    WITH_OPS.append(made)
    return made


@layers_alone
def mnist_convnet():
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            layers.Conv2D(8, kernel_size=(3, 3), activation="relu"),
            layers.MaxPooling2D(pool_size=(2, 2)),
            layers.Conv2D(16, kernel_size=(3, 3), activation="relu"),
            layers.MaxPooling2D(pool_size=(2, 2)),
            layers.Flatten(),
            layers.Dropout(0.5),
            layers.Dense(10, activation="softmax"),
        ]
    )


@layers_alone
def u_net():
    """Image segmentation with a U-Net-like architecture."""
    inputs = keras.Input(shape=(32, 32, 3))
    x = layers.Conv2D(8, 3, strides=2, padding="same")(inputs)
    x = layers.BatchNormalization()(x)
    x = layers.Activation("relu")(x)
    previous_block_activation = x
    for filters in [16, 24]:
        x = layers.Activation("relu")(x)
        x = layers.SeparableConv2D(filters, 3, padding="same")(x)
        x = layers.BatchNormalization()(x)
        x = layers.Activation("relu")(x)
        x = layers.SeparableConv2D(filters, 3, padding="same")(x)
        x = layers.BatchNormalization()(x)
        x = layers.MaxPooling2D(3, strides=2, padding="same")(x)
        residual = layers.Conv2D(filters, 1, strides=2, padding="same")(previous_block_activation)
        x = layers.add([x, residual])
        previous_block_activation = x
    for filters in [24, 16, 8]:
        x = layers.Activation("relu")(x)
        x = layers.Conv2DTranspose(filters, 3, padding="same")(x)
        x = layers.BatchNormalization()(x)
        x = layers.UpSampling2D(2)(x)
        residual = layers.UpSampling2D(2)(previous_block_activation)
        residual = layers.Conv2D(filters, 1, padding="same")(residual)
        x = layers.add([x, residual])
        previous_block_activation = x
    outputs = layers.Conv2D(3, 3, activation="softmax", padding="same")(x)
    return keras.Model(inputs, outputs, name="u_net")


@layers_alone
def siamese_by_subtraction():
    """Two pictures through one embedding network, and what differs."""
    tower_in = layers.Input((28, 28, 1))
    x = layers.BatchNormalization()(tower_in)
    x = layers.Conv2D(4, (5, 5), activation="tanh")(x)
    x = layers.AveragePooling2D(pool_size=(2, 2))(x)
    x = layers.Flatten()(x)
    x = layers.BatchNormalization()(x)
    embedding_network = keras.Model(tower_in, layers.Dense(10, activation="tanh")(x), name="embedding_network")
    input_1, input_2 = layers.Input((28, 28, 1), name="left"), layers.Input((28, 28, 1), name="right")
    tower_1, tower_2 = embedding_network(input_1), embedding_network(input_2)
    merge_layer = layers.Subtract()([tower_1, tower_2])
    normal_layer = layers.BatchNormalization()(merge_layer)
    output_layer = layers.Dense(1, activation="sigmoid")(normal_layer)
    return keras.Model(inputs=[input_1, input_2], outputs=output_layer, name="siamese")


@layers_alone
def transformer_encoder():
    """Timeseries classification with a Transformer, its sums as layers."""
    inputs = keras.Input(shape=(20, 1))
    x = inputs
    for _ in range(2):
        attended = layers.MultiHeadAttention(key_dim=8, num_heads=2, dropout=0.1)(x, x)
        attended = layers.Dropout(0.1)(attended)
        attended = layers.LayerNormalization(epsilon=1e-6)(attended)
        res = layers.Add()([attended, x])
        x = layers.Conv1D(filters=4, kernel_size=1, activation="relu")(res)
        x = layers.Dropout(0.1)(x)
        x = layers.Conv1D(filters=inputs.shape[-1], kernel_size=1)(x)
        x = layers.LayerNormalization(epsilon=1e-6)(x)
        x = layers.Add()([x, res])
    x = layers.GlobalAveragePooling1D(data_format="channels_last")(x)
    x = layers.Dense(16, activation="relu")(x)
    return keras.Model(inputs, layers.Dense(2, activation="softmax")(x), name="transformer_classifier")


@layers_alone
def transformer_decoder():
    """Attention to itself with a causal mask, then across to an encoder's output, and the scores of it."""
    encoded = keras.Input((12, 16), name="encoded")
    tokens = keras.Input((None,), dtype="int32", name="tokens")
    x = layers.Embedding(50, 16)(tokens)
    own = layers.MultiHeadAttention(num_heads=2, key_dim=8)(query=x, value=x, key=x, use_causal_mask=True)
    out_1 = layers.LayerNormalization()(layers.Add()([x, own]))
    across, scores = layers.MultiHeadAttention(num_heads=2, key_dim=8)(
        out_1, encoded, encoded, return_attention_scores=True
    )
    out_2 = layers.LayerNormalization()(layers.Add()([out_1, across]))
    projected = layers.Dense(16)(layers.Dense(24, activation="relu")(out_2))
    out = layers.LayerNormalization()(layers.Add()([out_2, projected]))
    return keras.Model([tokens, encoded], [layers.Dense(50, activation="softmax")(out), scores], name="decoder")


@layers_alone
def wide_and_deep():
    inputs = {name: keras.Input((1,), name=name) for name in ("age", "hours", "gain")}
    wide = layers.concatenate(list(inputs.values()))
    wide = layers.BatchNormalization()(wide)
    deep = layers.concatenate(list(inputs.values()))
    for units in [16, 8]:
        deep = layers.Dense(units)(deep)
        deep = layers.BatchNormalization()(deep)
        deep = layers.ReLU()(deep)
        deep = layers.Dropout(0.1)(deep)
    merged = layers.concatenate([wide, deep])
    return keras.Model(inputs=inputs, outputs=layers.Dense(2, activation="softmax")(merged), name="wide_and_deep")


@layers_alone
def autoencoders_with_a_shared_decoder():
    """The functional guide's nested encoder and decoder; the decoder serves two encoders."""
    decoder_input = keras.Input(shape=(16,), name="encoded_img")
    x = layers.Reshape((4, 4, 1))(decoder_input)
    x = layers.Conv2DTranspose(8, 3, activation="relu")(x)
    x = layers.UpSampling2D(2)(x)
    decoder = keras.Model(decoder_input, layers.Conv2DTranspose(1, 3, activation="relu")(x), name="decoder")

    def encoder(name):
        encoder_input = keras.Input(shape=(14, 14, 1), name=f"{name}_img")
        x = layers.Conv2D(4, 3, activation="relu")(encoder_input)
        x = layers.MaxPooling2D(3)(x)
        return keras.Model(encoder_input, layers.Dense(16)(layers.Flatten()(x)), name=name)

    one, other = keras.Input((14, 14, 1), name="img"), keras.Input((14, 14, 1), name="other")
    outputs = [decoder(encoder("first")(one)), decoder(encoder("second")(other))]
    return keras.Model([one, other], outputs, name="autoencoder")


@layers_alone
def text_and_image():
    picture = keras.Input((24, 24, 3), name="picture")
    x = layers.Rescaling(1.0 / 255)(picture)
    x = layers.Conv2D(8, 3, activation="relu")(x)
    x = layers.GlobalAveragePooling2D()(x)
    question = keras.Input((None,), dtype="int32", name="question")
    y = layers.Embedding(100, 8, mask_zero=True)(question)
    y = layers.LSTM(8)(y)
    both = layers.concatenate([x, y])
    return keras.Model({"picture": picture, "question": question}, layers.Dense(5, activation="softmax")(both))


@layers_alone
def ctc_ocr():
    """OCR model for reading captchas."""
    input_img = layers.Input(shape=(48, 24, 1), name="image", dtype="float32")
    x = layers.Conv2D(8, (3, 3), activation="relu", kernel_initializer="he_normal", padding="same", name="Conv1")(
        input_img
    )
    x = layers.MaxPooling2D((2, 2), name="pool1")(x)
    x = layers.Conv2D(16, (3, 3), activation="relu", kernel_initializer="he_normal", padding="same", name="Conv2")(x)
    x = layers.MaxPooling2D((2, 2), name="pool2")(x)
    x = layers.Reshape(target_shape=(12, 6 * 16), name="reshape")(x)
    x = layers.Dense(16, activation="relu", name="dense1")(x)
    x = layers.Dropout(0.2)(x)
    x = layers.Bidirectional(layers.LSTM(16, return_sequences=True, dropout=0.25))(x)
    x = layers.Bidirectional(layers.LSTM(8, return_sequences=True, dropout=0.25))(x)
    x = layers.Dense(20, activation="softmax", name="dense2")(x)
    model = keras.Model(inputs=input_img, outputs=x, name="ocr_model_v1")
    model.compile(optimizer=keras.optimizers.Adam(), loss=keras.losses.CTC())
    return model


@layers_alone
def wavenet_like():
    """Gated, dilated, causal convolutions with residual and skip connections."""
    inputs = keras.Input((None, 1), name="sound")
    x = layers.Conv1D(8, 2, padding="causal")(inputs)
    skips = []
    for rate in [1, 2, 4, 8]:
        gate = layers.Conv1D(8, 2, dilation_rate=rate, padding="causal", activation="sigmoid")(x)
        tanh = layers.Conv1D(8, 2, dilation_rate=rate, padding="causal", activation="tanh")(x)
        z = layers.Multiply()([tanh, gate])
        skips.append(layers.Conv1D(8, 1)(z))
        x = layers.Add()([x, layers.Conv1D(8, 1)(z)])
    y = layers.Activation("relu")(layers.Add()(skips))
    return keras.Model(inputs, layers.Conv1D(16, 1, activation="softmax")(y), name="wavenet")


@layers_alone
def mlp_mixer():
    inputs = layers.Input(shape=(16, 16, 3))
    x = layers.Conv2D(12, 4, strides=4)(inputs)
    x = layers.Reshape((16, 12))(x)
    for _ in range(2):
        y = layers.LayerNormalization(epsilon=1e-6)(x)
        y = layers.Permute((2, 1))(y)
        y = layers.Dense(16)(layers.Dense(16, activation="gelu")(y))
        y = layers.Dropout(0.1)(layers.Permute((2, 1))(y))
        x = layers.Add()([x, y])
        z = layers.LayerNormalization(epsilon=1e-6)(x)
        z = layers.Dense(12)(layers.Dense(24, activation="gelu")(z))
        x = layers.Add()([x, layers.Dropout(0.1)(z)])
    x = layers.GlobalAveragePooling1D()(x)
    return keras.Model(inputs, layers.Dense(10)(layers.Dropout(0.5)(x)), name="mlp_mixer")


@layers_alone
def seq2seq_with_states():
    """Character-level sequence-to-sequence with an LSTM's states."""
    encoder_inputs = keras.Input(shape=(None, 12))
    encoder = layers.LSTM(16, return_state=True)
    _encoder_outputs, state_h, state_c = encoder(encoder_inputs)
    encoder_states = [state_h, state_c]
    decoder_inputs = keras.Input(shape=(None, 14))
    decoder_lstm = layers.LSTM(16, return_sequences=True, return_state=True)
    decoder_outputs, _, _ = decoder_lstm(decoder_inputs, initial_state=encoder_states)
    decoder_dense = layers.Dense(14, activation="softmax")
    return keras.Model([encoder_inputs, decoder_inputs], decoder_dense(decoder_outputs))


@layers_alone
def toy_resnet():
    inputs = keras.Input(shape=(32, 32, 3), name="img")
    x = layers.Conv2D(8, 3, activation="relu")(inputs)
    x = layers.Conv2D(16, 3, activation="relu")(x)
    block_1_output = layers.MaxPooling2D(3)(x)
    x = layers.Conv2D(16, 3, activation="relu", padding="same")(block_1_output)
    x = layers.Conv2D(16, 3, activation="relu", padding="same")(x)
    block_2_output = layers.add([x, block_1_output])
    x = layers.Conv2D(16, 3, activation="relu", padding="same")(block_2_output)
    x = layers.Conv2D(16, 3, activation="relu", padding="same")(x)
    block_3_output = layers.add([x, block_2_output])
    x = layers.Conv2D(16, 3, activation="relu")(block_3_output)
    x = layers.GlobalAveragePooling2D()(x)
    x = layers.Dense(32, activation="relu")(x)
    x = layers.Dropout(0.5)(x)
    return keras.Model(inputs, layers.Dense(10)(x), name="toy_resnet")


@layers_alone
def ticket_classifier():
    """The functional guide's model with several inputs and outputs, compiled as it is there."""
    title_input = keras.Input(shape=(None,), name="title")
    body_input = keras.Input(shape=(None,), name="body")
    tags_input = keras.Input(shape=(12,), name="tags")
    title_features = layers.LSTM(16)(layers.Embedding(100, 8)(title_input))
    body_features = layers.LSTM(8)(layers.Embedding(100, 8)(body_input))
    x = layers.concatenate([title_features, body_features, tags_input])
    priority_pred = layers.Dense(1, name="priority")(x)
    department_pred = layers.Dense(4, name="department")(x)
    model = keras.Model(
        inputs=[title_input, body_input, tags_input],
        outputs={"priority": priority_pred, "department": department_pred},
    )
    model.compile(
        optimizer=keras.optimizers.RMSprop(1e-3),
        loss={
            "priority": keras.losses.BinaryCrossentropy(from_logits=True),
            "department": keras.losses.CategoricalCrossentropy(from_logits=True),
        },
        loss_weights={"priority": 1.0, "department": 0.2},
    )
    return model


@layers_alone
def inception():
    inputs = keras.Input((20, 20, 8))
    tower_1 = layers.Conv2D(6, (1, 1), padding="same", activation="relu")(inputs)
    tower_1 = layers.Conv2D(6, (3, 3), padding="same", activation="relu")(tower_1)
    tower_2 = layers.Conv2D(6, (1, 1), padding="same", activation="relu")(inputs)
    tower_2 = layers.Conv2D(6, (5, 5), padding="same", activation="relu")(tower_2)
    tower_3 = layers.MaxPooling2D((3, 3), strides=(1, 1), padding="same")(inputs)
    tower_3 = layers.Conv2D(6, (1, 1), padding="same", activation="relu")(tower_3)
    output = layers.concatenate([tower_1, tower_2, tower_3], axis=3)
    return keras.Model(inputs, output, name="inception")


@layers_alone
def dense_blocks():
    inputs = keras.Input((16, 16, 3))
    x = inputs
    for _ in range(2):
        for _ in range(3):
            y = layers.BatchNormalization()(x)
            y = layers.Conv2D(6, 3, padding="same", use_bias=False)(layers.ReLU()(y))
            x = layers.Concatenate()([x, y])
        x = layers.AveragePooling2D(2)(x)
    return keras.Model(inputs, layers.GlobalMaxPooling2D()(x), name="dense_blocks")


@layers_alone
def bidirectional_lstm():
    """Bidirectional LSTM on IMDB."""
    inputs = keras.Input(shape=(None,), dtype="int32")
    x = layers.Embedding(200, 16)(inputs)
    x = layers.Bidirectional(layers.LSTM(8, return_sequences=True))(x)
    x = layers.Bidirectional(layers.LSTM(8))(x)
    return keras.Model(inputs, layers.Dense(1, activation="sigmoid")(x))


@layers_alone
def next_frames():
    """Next-frame video prediction with convolutional LSTMs."""
    inputs = layers.Input(shape=(None, 12, 12, 1))
    x = layers.ConvLSTM2D(4, kernel_size=(5, 5), padding="same", return_sequences=True, activation="relu")(inputs)
    x = layers.BatchNormalization()(x)
    x = layers.ConvLSTM2D(4, kernel_size=(3, 3), padding="same", return_sequences=True, activation="relu")(x)
    x = layers.Conv3D(filters=1, kernel_size=(3, 3, 3), activation="sigmoid", padding="same")(x)
    return keras.Model(inputs, x)


@layers_alone
def squeeze_and_excite():
    inputs = keras.Input((16, 16, 8))
    x = layers.DepthwiseConv2D(3, padding="same", activation="swish")(inputs)
    se = layers.GlobalAveragePooling2D(keepdims=True)(x)
    se = layers.Conv2D(2, 1, activation="relu")(se)
    se = layers.Conv2D(8, 1, activation="hard_sigmoid")(se)
    x = layers.multiply([x, se])
    return keras.Model(inputs, layers.Add()([inputs, layers.Conv2D(8, 1)(x)]), name="mbconv")


@layers_alone
def gan():
    """Generator and discriminator one after the other, the discriminator frozen."""
    generator = keras.Sequential(
        [
            keras.Input(shape=(16,)),
            layers.Dense(4 * 4 * 8),
            layers.Reshape((4, 4, 8)),
            layers.Conv2DTranspose(8, kernel_size=4, strides=2, padding="same"),
            layers.LeakyReLU(negative_slope=0.2),
            layers.Conv2D(1, kernel_size=5, padding="same", activation="sigmoid"),
        ],
        name="generator",
    )
    discriminator = keras.Sequential(
        [
            keras.Input(shape=(8, 8, 1)),
            layers.Conv2D(8, kernel_size=4, strides=2, padding="same"),
            layers.LeakyReLU(negative_slope=0.2),
            layers.GlobalMaxPooling2D(),
            layers.Dense(1),
        ],
        name="discriminator",
    )
    discriminator.trainable = False
    noise = keras.Input((16,), name="noise")
    return keras.Model(noise, discriminator(generator(noise)), name="gan")


@layers_alone
def vae_encoder():
    encoder_inputs = keras.Input(shape=(28, 28, 1))
    x = layers.Conv2D(8, 3, activation="relu", strides=2, padding="same")(encoder_inputs)
    x = layers.Dense(16, activation="relu")(layers.Flatten()(x))
    return keras.Model(encoder_inputs, [layers.Dense(2, name="z_mean")(x), layers.Dense(2, name="z_log_var")(x)])


@layers_alone
def attention_between_texts():
    """The example of the Attention layer's own page."""
    query_input, value_input = keras.Input((None,), dtype="int32"), keras.Input((None,), dtype="int32")
    token_embedding = layers.Embedding(input_dim=100, output_dim=16)
    query_embeddings, value_embeddings = token_embedding(query_input), token_embedding(value_input)
    cnn_layer = layers.Conv1D(filters=10, kernel_size=4, padding="same")
    query_seq_encoding, value_seq_encoding = cnn_layer(query_embeddings), cnn_layer(value_embeddings)
    query_value_attention_seq = layers.Attention()([query_seq_encoding, value_seq_encoding])
    query_encoding = layers.GlobalAveragePooling1D()(query_seq_encoding)
    query_value_attention = layers.GlobalAveragePooling1D()(query_value_attention_seq)
    return keras.Model([query_input, value_input], layers.Concatenate()([query_encoding, query_value_attention]))


@layers_alone
def ensemble():
    """The functional guide's three models, averaged."""

    def get_model():
        inputs = keras.Input(shape=(12,))
        return keras.Model(inputs, layers.Dense(1)(inputs))

    model1, model2, model3 = get_model(), get_model(), get_model()
    inputs = keras.Input(shape=(12,))
    outputs = layers.average([model1(inputs), model2(inputs), model3(inputs)])
    return keras.Model(inputs=inputs, outputs=outputs)


@layers_alone
def recommender():
    """Collaborative filtering: two embeddings, their product, and a bias each."""
    user, movie = keras.Input((1,), dtype="int32", name="user"), keras.Input((1,), dtype="int32", name="movie")
    options = {"embeddings_initializer": "he_normal", "embeddings_regularizer": keras.regularizers.l2(1e-6)}
    user_vector = layers.Flatten()(layers.Embedding(40, 8, **options)(user))
    movie_vector = layers.Flatten()(layers.Embedding(60, 8, **options)(movie))
    dot = layers.Dot(axes=1, normalize=False)([user_vector, movie_vector])
    user_bias, movie_bias = (layers.Flatten()(layers.Embedding(60, 1)(one)) for one in (user, movie))
    x = layers.Add()([dot, user_bias, movie_bias])
    return keras.Model([user, movie], layers.Activation("sigmoid")(x), name="recommender")


@layers_alone
def masked_sequences():
    """The masking guide: masks that travel, meet in a merge, and end in a layer that reads them."""
    inputs = keras.Input(shape=(None,), dtype="int32")
    x = layers.Embedding(input_dim=100, output_dim=8, mask_zero=True)(inputs)
    y = layers.TimeDistributed(layers.Dense(8, activation="relu"))(x)
    z = layers.Concatenate()([x, y])
    z = layers.GRU(6, return_sequences=True)(z)
    numbers = keras.Input((None, 8))
    m = layers.Masking(mask_value=-1.0)(numbers)
    outputs = [layers.Dense(1)(layers.LSTM(8)(z)), layers.LSTM(4)(m)]
    return keras.Model([inputs, numbers], outputs)


@layers_alone
def gated_residual():
    inputs = keras.Input((10,))
    x = layers.Dense(16, activation="elu")(inputs)
    x = layers.Dropout(0.1)(layers.Dense(16)(x))
    gated = layers.Multiply()([layers.Dense(16)(x), layers.Dense(16, activation="sigmoid")(x)])
    x = layers.LayerNormalization()(layers.Add()([layers.Dense(16)(inputs), gated]))
    return keras.Model(inputs, layers.Dense(1)(x))


@with_ops
def point_net():
    """Point cloud classification: a small network that learns how to turn the points."""
    inputs = keras.Input(shape=(32, 3))
    x = layers.Conv1D(8, kernel_size=1, padding="valid")(inputs)
    x = layers.Activation("relu")(layers.BatchNormalization(momentum=0.0)(x))
    x = layers.GlobalMaxPooling1D()(x)
    bias = keras.initializers.Constant([1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0])
    x = layers.Dense(9, kernel_initializer="zeros", bias_initializer=bias)(x)
    feat_t = layers.Reshape((3, 3))(x)
    x = layers.Dot(axes=(2, 1))([inputs, feat_t])
    x = layers.GlobalMaxPooling1D()(layers.Conv1D(16, 1, activation="relu")(x))
    return keras.Model(inputs, layers.Dense(10, activation="softmax")(x), name="pointnet")


@layers_alone
def cells_in_a_row():
    """Stacked cells inside one RNN, and both ways."""
    inputs = keras.Input((10, 4))
    stacked = layers.RNN([layers.LSTMCell(6), layers.GRUCell(5)], return_sequences=True)(inputs)
    both = layers.Bidirectional(layers.RNN(layers.SimpleRNNCell(3)), merge_mode="sum")(stacked)
    return keras.Model(inputs, layers.Dense(2)(both))


@layers_alone
def fine_tuning():
    """Transfer learning: pictures made anew, a frozen network of `keras.applications`, a head."""
    base_model = keras.applications.MobileNetV2(weights=None, input_shape=(32, 32, 3), include_top=False, alpha=0.35)
    base_model.trainable = False
    inputs = keras.Input(shape=(32, 32, 3))
    augment = keras.Sequential([layers.RandomFlip("horizontal"), layers.RandomRotation(0.1)], name="augment")
    x = augment(inputs)
    x = layers.Rescaling(scale=1 / 127.5, offset=-1)(x)
    x = base_model(x, training=False)
    x = layers.GlobalAveragePooling2D()(x)
    x = layers.Dropout(0.2)(x)
    return keras.Model(inputs, layers.Dense(1)(x))


@layers_alone
def mixed_precision():
    inputs = keras.Input((16,), name="digits")
    x = layers.Dense(8, activation="relu", dtype="mixed_float16")(inputs)
    x = layers.Dense(4, dtype="mixed_float16")(x)
    return keras.Model(inputs, layers.Activation("softmax", dtype="float32")(x))


@with_ops
def siamese_by_distance():
    tower_in = layers.Input((16,))
    embedding_network = keras.Model(tower_in, layers.Dense(6, activation="tanh")(tower_in))
    left, right = layers.Input((16,)), layers.Input((16,))
    x, y = embedding_network(left), embedding_network(right)
    sum_square = ops.sum(ops.square(x - y), axis=1, keepdims=True)
    distance = ops.sqrt(ops.maximum(sum_square, keras.backend.epsilon()))
    return keras.Model([left, right], layers.Dense(1, activation="sigmoid")(distance))


@with_ops
def timeseries_transformer():
    """As the example writes it, sums with `+`."""
    inputs = keras.Input(shape=(20, 4))
    x = inputs
    for _ in range(2):
        y = layers.MultiHeadAttention(key_dim=8, num_heads=2, dropout=0.1)(x, x)
        y = layers.LayerNormalization(epsilon=1e-6)(layers.Dropout(0.1)(y))
        res = y + x
        y = layers.Conv1D(filters=4, kernel_size=1, activation="relu")(res)
        y = layers.LayerNormalization(epsilon=1e-6)(layers.Conv1D(filters=4, kernel_size=1)(y))
        x = y + res
    return keras.Model(inputs, layers.Dense(2, activation="softmax")(layers.GlobalAveragePooling1D()(x)))


@with_ops
def vision_transformer():
    """Patches, positions that are learned, attention."""
    inputs = keras.Input(shape=(16, 16, 3))
    patches = ops.image.extract_patches(inputs, size=4)
    patches = ops.reshape(patches, (-1, 16, 48))
    encoded = layers.Dense(units=16)(patches)
    positions = ops.cumsum(ops.ones_like(encoded[:, :, 0], dtype="int32"), axis=1) - 1
    encoded = encoded + layers.Embedding(input_dim=16, output_dim=16)(positions)
    x1 = layers.LayerNormalization(epsilon=1e-6)(encoded)
    attention_output = layers.MultiHeadAttention(num_heads=2, key_dim=8, dropout=0.1)(x1, x1)
    x2 = layers.Add()([attention_output, encoded])
    x3 = layers.Dense(16, activation=keras.activations.gelu)(layers.LayerNormalization(epsilon=1e-6)(x2))
    encoded = layers.Add()([x3, x2])
    representation = layers.Flatten()(layers.LayerNormalization(epsilon=1e-6)(encoded))
    return keras.Model(inputs, layers.Dense(10)(layers.Dropout(0.5)(representation)))


@with_ops
def super_resolution():
    inputs = keras.Input(shape=(None, None, 1))
    x = layers.Conv2D(8, 5, activation="tanh", kernel_initializer="orthogonal", padding="same")(inputs)
    x = layers.Conv2D(9, 3, padding="same")(x)
    return keras.Model(inputs, ops.depth_to_space(x, 3))


@with_ops
def variational_loss():
    z_mean, z_log_var = keras.Input((2,), name="z_mean"), keras.Input((2,), name="z_log_var")
    kl_loss = -0.5 * (1 + z_log_var - ops.square(z_mean) - ops.exp(z_log_var))
    return keras.Model([z_mean, z_log_var], ops.mean(ops.sum(kl_loss, axis=1)))


@with_ops
def cross_of_features():
    """Deep & Cross: each cross layer multiplies what comes in with what it began with."""
    x0 = cross = keras.Input((8,))
    for _ in range(2):
        cross = x0 * layers.Dense(8)(cross) + cross
    deep = layers.Dense(16, activation="relu")(x0)
    return keras.Model(x0, layers.Dense(1)(ops.concatenate([cross, deep], axis=-1)))


@with_ops
def slices_and_shapes():
    inputs = keras.Input((12, 6))
    first, last = inputs[:, 0], inputs[:, -1, :]
    every_other = inputs[:, ::2, 1:4]
    q, k, v = ops.split(layers.Dense(18)(inputs), 3, axis=-1)
    scores = ops.softmax(ops.matmul(q, ops.transpose(k, (0, 2, 1))) / 2.449, axis=-1)
    attended = ops.einsum("bij,bjd->bid", scores, v)
    picked = ops.where(ops.greater(attended, 0.0), attended, 0.1 * attended)
    pooled = ops.max(picked, axis=1)
    stacked = ops.stack([first, last, pooled], axis=1)
    return keras.Model(
        inputs, [ops.reshape(stacked, (-1, 18)), ops.mean(every_other, axis=(1, 2)), ops.expand_dims(first, 1)]
    )
