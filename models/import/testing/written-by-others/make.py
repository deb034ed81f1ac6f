"""Writes small VGG-19s as other people's programs do: h5py as Keras uses it, and the safetensors library.

    pip install h5py==3.14.0 safetensors==0.8.0 && python make.py

The k-th weight of all, in the order of the forward pass, kernels (height, width, in, out) before biases, is
((37 k) mod 101 - 50) / 32.
"""

import json

import h5py
import numpy as np
from safetensors.numpy import save_file

blocks = [2, 2, 4, 4, 4]
widths = [2, 3, 4, 5, 6]

made = 0


def numbers(*shape):
    global made
    k = made + np.arange(np.prod(shape))
    made += len(k)
    return (((37 * k) % 101 - 50) / 32).astype(np.float32).reshape(shape)


layers = []
inputs = 3
for block, (count, width) in enumerate(zip(blocks, widths), 1):
    for index in range(1, count + 1):
        layers.append((f"block{block}_conv{index}", numbers(3, 3, inputs, width), numbers(width)))
        inputs = width


def dataset(group, name, value):
    group.create_dataset(name, value.shape, dtype=value.dtype)[:] = value


def encoded(names):
    return [name.encode("utf8") for name in names]


# keras/engine/topology.py, save_weights_to_hdf5_group, as of 2016.
with h5py.File("notop.h5", "w") as file:
    file.attrs["layer_names"] = encoded(name for name, _, _ in layers)
    for name, kernel, bias in layers:
        group = file.create_group(name)
        group.attrs["weight_names"] = encoded([f"{name}_W_1:0", f"{name}_b_1:0"])
        dataset(group, f"{name}_W_1:0", kernel)
        dataset(group, f"{name}_b_1:0", bias)

# keras/saving/hdf5_format.py, save_model_to_hdf5, as of 2020.
with h5py.File("whole-model.h5", "w") as file:
    convolution = {"strides": [1, 1], "kernel_size": [3, 3], "padding": "same", "activation": "relu"}
    configuration = {
        "class_name": "Functional",
        "config": {
            "name": "vgg19",
            "layers": [{"class_name": "Conv2D", "config": {"name": name, **convolution}} for name, _, _ in layers],
        },
    }
    file.attrs["model_config"] = json.dumps(configuration).encode("utf8")
    file.attrs["backend"] = b"tensorflow"
    weights = file.create_group("model_weights")
    weights.attrs["layer_names"] = encoded(["input_1"] + [name for name, _, _ in layers])
    weights.create_group("input_1").attrs["weight_names"] = []
    for name, kernel, bias in layers:
        group = weights.create_group(name)
        group.attrs["weight_names"] = encoded([f"{name}/kernel:0", f"{name}/bias:0"])
        dataset(group, f"{name}/kernel:0", kernel)
        dataset(group, f"{name}/bias:0", bias)
    file.create_group("optimizer_weights").create_dataset("Adam/iter:0", data=np.int64(3))

# keras/src/saving/saving_lib.py, H5IOStore, as of 2024: a class and a count for each layer.
with h5py.File("model.weights.h5", "w") as file:
    file.create_group("vars")
    file.create_group("layers/input_layer").create_group("vars")
    for number, (_, kernel, bias) in enumerate(layers):
        group = file.create_group(f"layers/conv2d_{number}" if number else "layers/conv2d").create_group("vars")
        group["0"] = kernel
        group["1"] = bias
    for number in range(5):
        file.create_group(f"layers/max_pooling2d_{number}" if number else "layers/max_pooling2d").create_group("vars")

# torchvision's names, as timm saves them.
tensors = {"pre_logits.fc1.weight": np.zeros((7, 7), np.float32), "head.fc.bias": np.zeros(3, np.float32)}
number = 0
remaining = iter(layers)
for count in blocks:
    for _ in range(count):
        _, kernel, bias = next(remaining)
        tensors[f"features.{number}.weight"] = np.ascontiguousarray(kernel.transpose(3, 2, 0, 1))
        tensors[f"features.{number}.bias"] = bias
        number += 2
    number += 1
save_file(tensors, "model.safetensors", metadata={"format": "pt"})
