"""Which device the run gets → its name for people; told to the backend before its first op. Knows TensorFlow's way and JAX's."""

import keras


def take(wanted: str | None) -> str:
    """`CPU` hides every card; else the first visible card is used, with memory growing as needed. Returns `CPU` or a card's name."""
    backend = keras.backend.backend()
    if backend == "tensorflow":
        import tensorflow as tf

        cards = tf.config.list_physical_devices("GPU")
        if wanted == "CPU" or not cards:
            if cards:
                tf.config.set_visible_devices([], "GPU")
            return "CPU"
        for card in cards:
            tf.config.experimental.set_memory_growth(card, True)
        name: str = tf.config.experimental.get_device_details(cards[0]).get("device_name", "GPU")
        return name
    if backend == "jax":
        import jax

        device = jax.devices()[0]
        return "CPU" if device.platform == "cpu" else str(device.device_kind)
    return "CPU"
