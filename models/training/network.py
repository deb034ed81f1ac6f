"""VGG-19 to conv5_1, at any widths: five blocks of 3×3 convolutions, a ReLU after each, a 2×2 pooling between blocks.

Kernels are [out, in, 3, 3], features [batch, channels, height, width]. The first convolution sees Caffe's
preprocessing: blue, green, red, 0 to 255, minus ImageNet's means (Simonyan and Zisserman 2015).
"""

import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

CONVOLUTIONS = (2, 2, 4, 4, 1)
LAYERS = tuple(f"conv{block + 1}_{i + 1}" for block, count in enumerate(CONVOLUTIONS) for i in range(count))
STYLE_LAYERS = ("conv1_1", "conv2_1", "conv3_1", "conv4_1", "conv5_1")
CONTENT_LAYER = "conv4_2"
TEACHER_WIDTHS = (64, 128, 256, 512, 512)
CAFFE_MEANS = (103.939, 116.779, 123.68)
POOLINGS = ("max", "average")


def block_of(layer):
    return int(layer[4]) - 1


def channels_of(widths):
    """(in, out) of every layer."""
    outs = [widths[block_of(layer)] for layer in LAYERS]
    return dict(zip(LAYERS, zip([3, *outs[:-1]], outs)))


def preprocess(image):
    """RGB from 0 to 1 → what Caffe's VGG was trained on."""
    means = torch.tensor(CAFFE_MEANS, device=image.device).view(1, 3, 1, 1)
    return image.flip(1) * 255 - means


def pool_before(layer, x, pooling):
    if layer == "conv1_1" or not layer.endswith("_1"):
        return x
    return F.max_pool2d(x, 2) if pooling == "max" else F.avg_pool2d(x, 2)


def forward(weights, image, pooling, dtype=torch.float32, deepest=LAYERS[-1]):
    """What every ReLU answers to images [batch, 3, height, width] (RGB, 0 to 1): a tensor for each layer."""
    x, features = preprocess(image).to(dtype), {}
    for layer in LAYERS:
        kernel, bias = weights[layer]
        x = F.relu(F.conv2d(pool_before(layer, x, pooling), kernel, bias, padding=1))
        features[layer] = x
        if layer == deepest:
            break
    return features


def read_teacher(folder, device="cpu", dtype=torch.float32):
    """VGG-19's weights from a TensorFlow.js layers model (float32 or uint8), by Keras' names of its layers."""
    folder = Path(folder)
    stored = {}
    for group in json.loads((folder / "model.json").read_text())["weightsManifest"]:
        raw, offset = b"".join((folder / path).read_bytes() for path in group["paths"]), 0
        for entry in group["weights"]:
            count, quantised = int(np.prod(entry["shape"])), entry.get("quantization")
            kind = np.dtype(quantised["dtype"] if quantised else "float32")
            values = np.frombuffer(raw, kind, count, offset).astype(np.float32)
            offset += count * kind.itemsize
            if quantised and "scale" in quantised:
                values = values * quantised["scale"] + quantised["min"]
            stored[entry["name"]] = torch.tensor(values.reshape(entry["shape"]))
    named = {layer: f"block{layer[4]}_conv{layer[6]}" for layer in LAYERS}
    return {
        layer: (
            stored[f"{name}/kernel"].permute(3, 2, 0, 1).contiguous().to(device, dtype),
            stored[f"{name}/bias"].to(device, dtype),
        )
        for layer, name in named.items()
    }


def gram(features):
    """Gram matrices [batch, channels, channels], divided by the number of positions."""
    flat = features.float().flatten(2)
    return flat @ flat.transpose(1, 2) / flat.shape[2]
