"""What is known of `keras.applications` without Keras: where a model's `preprocess_input` is, and which prepare pixels by themselves."""

_STARTS = (
    ("ConvNeXt", "convnext"),
    ("DenseNet", "densenet"),
    ("EfficientNetV2", "efficientnet_v2"),
    ("EfficientNet", "efficientnet"),
    ("InceptionResNetV2", "inception_resnet_v2"),
    ("InceptionV3", "inception_v3"),
    ("MobileNetV3", "mobilenet_v3"),
    ("MobileNetV2", "mobilenet_v2"),
    ("MobileNet", "mobilenet"),
    ("NASNet", "nasnet"),
    ("VGG16", "vgg16"),
    ("VGG19", "vgg19"),
    ("Xception", "xception"),
)
"""How the name of an application begins → its module; the longer ones first."""
_WITHIN = frozenset({"convnext", "efficientnet", "efficientnet_v2", "mobilenet_v3"})
"""Modules whose models hold their preprocessing as layers: `preprocess_input` gives back what it gets."""
BEHIND = "preprocess_input"
"""Stands for a backbone that takes pixels from 0 to 255, among the layers behind an Input."""


def module(application: str) -> str:
    """`ResNet50V2` → `resnet_v2`, a module of `keras.applications`."""
    found = next((module for start, module in _STARTS if application.startswith(start)), None)
    return found or ("resnet_v2" if application.endswith("V2") else "resnet")


def prepares(application: str) -> bool:
    """Whether `preprocess_input` changes anything."""
    return module(application) not in _WITHIN
