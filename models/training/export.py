"""Writes a distilled encoder as the TensorFlow.js layers model that ships, with its card.

Channels are scaled so that each layer's mean activation is 1 over training pictures and both poolings (Gatys,
Ecker and Bethge 2015: rescale a layer's kernel and bias, and the next layer's kernel the other way). Equal
layer weights then mean equal influence, with unbalanced losses too. It is one factor for a layer, not one for
each of its channels: what the student learned of how much each channel matters stays.

Usage: python3 export.py --teacher FOLDER --pictures FOLDER --weights FILE.pt --out FOLDER
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from card import card
from errors import validation_errors
from network import LAYERS, POOLINGS, block_of, forward, read_teacher
from pictures import batch, read_pictures
from quantise import SMALL, as_stored, eight_bits


def normalised(weights, pictures):
    """The same network with a mean activation of 1 at every layer."""
    sums, runs = {layer: 0.0 for layer in LAYERS}, 16
    with torch.no_grad():
        for run in range(runs):
            for layer, f in forward(weights, batch(pictures, 8, 160), POOLINGS[run % 2]).items():
                sums[layer] += float(f.mean()) / runs
    scaled, before = {}, 1.0
    for layer in LAYERS:
        kernel, bias = weights[layer]
        scaled[layer] = (kernel * before / sums[layer], bias / sums[layer])
        before = sums[layer]
    return scaled


def entry_of(name, tensor):
    """(manifest entry, bytes) of a kernel [3, 3, in, out] or a bias [out]."""
    entry = {"name": name, "shape": list(tensor.shape), "dtype": "float32"}
    if tensor.dim() == 4 and tensor.numel() >= SMALL:
        steps, scale, least = eight_bits(tensor)
        entry["quantization"] = {"dtype": "uint8", "scale": scale, "min": least, "original_dtype": "float32"}
        return entry, steps.numpy().astype(np.uint8).tobytes()
    entry["quantization"] = {"dtype": "float16", "original_dtype": "float32"}
    return entry, tensor.numpy().astype("<f2").tobytes()


def topology(weights):
    """The layers as Keras states them, so that tf.loadLayersModel reads the folder too."""
    layers = []
    for layer in LAYERS:
        if layer != "conv1_1" and layer.endswith("_1"):
            block = block_of(layer)
            config = {"name": f"block{block}_pool", "pool_size": [2, 2], "strides": [2, 2], "padding": "valid"}
            layers.append({"class_name": "MaxPooling2D", "config": config})
        config = {
            "name": keras_name(layer),
            "filters": weights[layer][0].shape[0],
            "kernel_size": [3, 3],
            "strides": [1, 1],
            "padding": "same",
            "activation": "relu",
            "use_bias": True,
        }
        if layer == "conv1_1":
            config["batch_input_shape"] = [None, None, None, 3]
        layers.append({"class_name": "Conv2D", "config": config})
    model = {"class_name": "Sequential", "config": {"name": "vgg19_lite", "layers": layers}}
    return {"keras_version": "2.15.0", "backend": "tensorflow", "model_config": model}


def keras_name(layer):
    return f"block{layer[4]}_conv{layer[6]}"


def write(weights, folder):
    entries, chunks = [], []
    for layer in LAYERS:
        kernel, bias = (t.detach() for t in weights[layer])
        for name, tensor in (("kernel", kernel.permute(2, 3, 1, 0).contiguous()), ("bias", bias)):
            entry, chunk = entry_of(f"{keras_name(layer)}/{name}", tensor)
            entries.append(entry)
            chunks.append(chunk)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "weights.bin").write_bytes(b"".join(chunks))
    model = {
        "format": "layers-model",
        "generatedBy": "models/training/export.py",
        "modelTopology": topology(weights),
        "weightsManifest": [{"paths": ["weights.bin"], "weights": entries}],
    }
    (folder / "model.json").write_text(json.dumps(model, indent=1) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("teacher", "pictures", "weights", "out"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    torch.manual_seed(0), torch.set_num_threads(2)
    saved, teacher = torch.load(options.weights, map_location="cpu"), read_teacher(options.teacher)
    pictures, held_back = read_pictures(options.pictures)
    with torch.no_grad():
        weights = normalised(saved["student"], pictures)
        stored = as_stored(weights)
    folder = Path(options.out)
    write(weights, folder)
    exact = validation_errors(teacher, weights, saved["scales"], pictures, held_back)
    as_shipped = validation_errors(teacher, stored, saved["scales"], pictures, held_back)
    (folder / "README.md").write_text(card(weights, saved, folder, exact, as_shipped))


if __name__ == "__main__":
    main()
