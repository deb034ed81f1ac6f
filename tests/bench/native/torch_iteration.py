"""One side of the comparison: the same iteration as one writes it in PyTorch. `torch_iteration.py FOLDER`.

The folder holds `order.json` and, as float32 one after another, the encoder's kernels and biases (`encoder.bin`)
and the two pictures (`pictures.bin`). Prints a report of one line of JSON.
"""

import json
import resource
import sys
import time
from pathlib import Path

import torch
from torch.nn.functional import conv2d, max_pool2d, relu

folder = Path(sys.argv[1])
order = json.loads((folder / "order.json").read_text())
side, count = order["side"], order["count"]
torch.set_num_threads(order["threads"])


class Numbers:
    def __init__(self, name):
        self.all = torch.frombuffer(bytearray((folder / name).read_bytes()), dtype=torch.float32)
        self.at = 0

    def take(self, *shape):
        size = torch.Size(shape).numel()
        self.at += size
        return self.all[self.at - size : self.at].reshape(shape)


encoder, pictures = Numbers("encoder.bin"), Numbers("pictures.bin")
layers, inputs = [], 3
for layer in order["layers"]:
    kernel = encoder.take(3, 3, inputs, layer["channels"]).permute(3, 2, 0, 1).contiguous()
    layers.append((layer["name"].replace("conv", "relu"), kernel, encoder.take(layer["channels"])))
    inputs = layer["channels"]
content, style = (pictures.take(side, side, 3).permute(2, 0, 1)[None].contiguous() for _ in range(2))
factors, offsets = (torch.tensor(order[name]).reshape(1, 3, 1, 1) for name in ("factors", "offsets"))


def encode(image, weights):
    features, x = {}, image * factors + offsets
    for at, (name, kernel, bias) in enumerate(weights):
        if at > 0 and name.endswith("_1"):
            x = max_pool2d(x, 2)
        x = features[name] = relu(conv2d(x, kernel, bias, padding=1))
    return features


def gram(x):
    positions = x.flatten(2)[0]
    return positions @ positions.T / positions.shape[1]


def mean_square(x):
    return x.square().mean()


def balanced(x, target):
    return mean_square(x - target) / mean_square(target)


def measure(layout, count):
    """Milliseconds of each iteration after one that warms up, and the loss of that one."""
    weights = [(name, kernel.to(memory_format=layout), bias) for name, kernel, bias in layers]
    with torch.no_grad():
        target = encode(content.to(memory_format=layout), weights)[order["contentLayer"]]
        of_style = encode(style.to(memory_format=layout), weights)
        grams = {name: gram(of_style[name]) for name in order["styleLayers"]}
    picture = content.clone(memory_format=layout).requires_grad_(True)
    adam = order["adam"]
    optimiser = torch.optim.Adam(
        [picture],
        lr=adam["learningRate"],
        betas=(adam["beta1"], adam["beta2"]),
        eps=adam["epsilon"],
    )

    def iterate():
        optimiser.zero_grad()
        features = encode(picture, weights)
        style_loss = sum(balanced(gram(features[name]), grams[name]) for name in grams)
        variation = mean_square(picture[..., 1:] - picture[..., :-1]) + mean_square(
            picture[..., 1:, :] - picture[..., :-1, :]
        )
        loss = (
            order["weights"]["content"] * balanced(features[order["contentLayer"]], target)
            + order["weights"]["style"] * style_loss
            + order["weights"]["variation"] * variation
        )
        loss.backward()
        optimiser.step()
        with torch.no_grad():
            picture.clamp_(0, 1)
        return loss.item()

    loss, times = iterate(), []
    for _ in range(count):
        start = time.perf_counter()
        iterate()
        times.append(1000 * (time.perf_counter() - start))
    return times, loss


# On some processors the one layout of features in memory is faster, on some the other: PyTorch gets its better one.
layouts = {"channels first": torch.contiguous_format, "channels last": torch.channels_last}
tried = {name: min(measure(layout, 2)[0]) for name, layout in layouts.items()}
better = min(tried, key=tried.get)
times, loss = measure(layouts[better], count)
print(
    json.dumps(
        {
            "times": times,
            "loss": loss,
            "layout": better,
            "version": torch.__version__,
            # In kilobytes, but on macOS, where it is in bytes.
            "residentBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            * (1 if sys.platform == "darwin" else 1024),
        }
    )
)
