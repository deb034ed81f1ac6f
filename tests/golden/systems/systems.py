"""
Style transfer as five systems do it, each written from its published formulas in PyTorch, for comparison with the
presets that bear their names. It knows nothing of Gramarye: it is given the weights of a VGG-19 and some pictures.

    python3 systems.py FOLDER

FOLDER/job.json says how large the pictures are and which convolutions there are; the numbers lie beside it as
float32 (`content.f32`, `style.f32`, `blend.f32`: height x width x 3, RGB, 0 to 1; `weights.f32`: each kernel
3 x 3 x in x out, then its bias). The answer is printed as JSON; see reference.ts for what it holds.
"""

import json
import math
import sys
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

STYLE_LAYERS = ["relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"]
STEPS = 3

torch.set_num_threads(1)
folder = Path(sys.argv[1])
job = json.loads((folder / "job.json").read_text())


def numbers(name):
    return torch.from_numpy(np.fromfile(folder / f"{name}.f32", dtype=np.float32))


def picture(name):
    """[1, 3, H, W]"""
    return numbers(name).reshape(job["height"], job["width"], 3).permute(2, 0, 1)[None].contiguous()


def convolutions():
    everything, at, layers = numbers("weights"), 0, []
    for name, before, after in job["layers"]:
        size = 9 * before * after
        kernel = everything[at : at + size].reshape(3, 3, before, after).permute(3, 2, 0, 1).contiguous()
        bias = everything[at + size : at + size + after]
        at += size + after
        layers.append((name.replace("conv", "relu"), kernel, bias))
    return layers


LAYERS = convolutions()
FACTORS = torch.tensor(job["factors"]).reshape(1, 3, 1, 1)
OFFSETS = torch.tensor(job["offsets"]).reshape(1, 3, 1, 1)


def features(image, taps, padding="zeros"):
    """VGG-19 with maximum pooling, after each ReLU: [C, H, W] by name."""
    x, block, found = image * FACTORS + OFFSETS, "1", {}
    for name, kernel, bias in LAYERS:
        if name[4] != block:
            x, block = functional.max_pool2d(x, 2), name[4]
        padded = functional.pad(x, (1, 1, 1, 1), mode="replicate") if padding == "replicate" else x
        x = functional.relu(functional.conv2d(padded, kernel, bias, padding=0 if padding == "replicate" else 1))
        if name in taps:
            found[name] = x[0]
        if len(found) == len(taps):
            return found
    raise ValueError(f"not every one of {taps} is there")


def positions(stack):
    """[C, H, W] to [C, HW]"""
    return stack.flatten(1)


def gram(stack, divisor):
    f = positions(stack)
    return f @ f.T / divisor


def differences(image):
    return image[..., :, 1:] - image[..., :, :-1], image[..., 1:, :] - image[..., :-1, :]


# jcjohnson/neural-style: mean squared errors of features (weight 5) and of Gram matrices over C·H·W (weight 100);
# total variation: 0.001 times half the sum of squares, of pixels from 0 to 255.
def neural_style(content, style):
    target = features(content, ["relu4_2"])["relu4_2"]
    grams = {name: gram(f, f.numel()) for name, f in features(style, STYLE_LAYERS).items()}

    def loss(x):
        now = features(x, ["relu4_2", *STYLE_LAYERS])
        terms = {"content/relu4_2": 5 * functional.mse_loss(now["relu4_2"], target)}
        for name, goal in grams.items():
            terms[f"style/{name}"] = 100 * functional.mse_loss(gram(now[name], now[name].numel()), goal)
        across, down = differences(255 * x)
        terms["variation"] = 1e-3 * 0.5 * (across.square().sum() + down.square().sum())
        return terms

    return loss


# leongatys/PyTorchNeuralStyleTransfer: Gram matrices over H·W, weights 1000 / n² for n channels, content 1.
def gatys_pytorch(content, style):
    target = features(content, ["relu4_2"])["relu4_2"]
    grams = {name: gram(f, f[0].numel()) for name, f in features(style, STYLE_LAYERS).items()}

    def loss(x):
        now = features(x, ["relu4_2", *STYLE_LAYERS])
        terms = {"content/relu4_2": functional.mse_loss(now["relu4_2"], target)}
        for name, goal in grams.items():
            weight = 1000 / len(goal) ** 2
            terms[f"style/{name}"] = weight * functional.mse_loss(gram(now[name], now[name][0].numel()), goal)
        return terms

    return loss


# TensorFlow's tutorial: means of squares, the style's divided among five layers; the sum of absolute differences.
# Its content layer, block5_conv2, is deeper than the encoders here: relu5_1 stands for it.
def tensorflow_tutorial(content, style):
    target = features(content, ["relu5_1"])["relu5_1"]
    grams = {name: gram(f, f[0].numel()) for name, f in features(style, STYLE_LAYERS).items()}

    def loss(x):
        now = features(x, STYLE_LAYERS)
        terms = {"content/relu5_1": 1e4 * (now["relu5_1"] - target).square().mean()}
        for name, goal in grams.items():
            error = (gram(now[name], now[name][0].numel()) - goal).square().mean()
            terms[f"style/{name}"] = 1e-2 / 5 * error
        across, down = differences(x)
        terms["variation"] = 30 * (across.abs().sum() + down.abs().sum())
        return terms

    return loss


def matrix_root(a):
    """Newton and Schulz's iteration, twelve times."""
    norm = a.square().sum().sqrt()
    unit = torch.eye(len(a))
    y, z = a / norm, unit
    for _ in range(12):
        towards = (3 * unit - z @ y) / 2
        y, z = y @ towards, towards @ z
    return y * norm.sqrt()


def moments(stack):
    f = positions(stack)
    mean = f.mean(1)
    covariance = f @ f.T / f.shape[1] - torch.outer(mean, mean)
    return mean, covariance + 1e-4 * torch.eye(len(mean))


# crowsonkb/style-transfer-pytorch: the 2-Wasserstein distance of means and covariances; nine-point total
# variation, which has a factor of 2 of its own and a weight of 2.
def style_transfer_pytorch(content, style):
    target = features(content, ["relu4_2"], "replicate")["relu4_2"]
    goals = {}
    for name, f in features(style, STYLE_LAYERS, "replicate").items():
        mean, covariance = moments(f)
        goals[name] = mean, covariance, matrix_root(covariance)
    weights = [256, 64, 16, 4, 1]

    def loss(x):
        now = features(x, ["relu4_2", *STYLE_LAYERS], "replicate")
        terms = {"content/relu4_2": 0.015 * functional.mse_loss(now["relu4_2"], target)}
        for weight, name in zip(weights, STYLE_LAYERS):
            goal_mean, goal_covariance, root = goals[name]
            mean, covariance = moments(now[name])
            shared = matrix_root(root @ covariance @ root)
            spread = torch.diagonal(goal_covariance + covariance - 2 * shared).mean()
            terms[f"style/{name}"] = weight / sum(weights) * ((mean - goal_mean).square().mean() + spread)
        p = functional.pad(x, (1, 1, 1, 1), mode="replicate")
        inside = p[..., 1:-1, 1:-1]
        right, below = p[..., 1:-1, 2:] - inside, p[..., 2:, 1:-1] - inside
        falling = p[..., 1:, 1:] - p[..., :-1, :-1]
        rising = p[..., 1:, :-1] - p[..., :-1, 1:]
        mean_squares = [d.square().mean() for d in (right, below, falling, rising)]
        nine_point = 2 * sum(w * d for w, d in zip((1 / 3, 1 / 3, 1 / 12, 1 / 12), mean_squares))
        terms["variation"] = 2 * nine_point
        return terms

    return loss


# AdaIN: the content's features with the style's means and deviations, and the losses that its decoder is trained by.
def adain(content, style):
    def statistics(f):
        return positions(f).mean(1), (positions(f).var(1, unbiased=False) + 1e-5).sqrt()

    own = features(content, ["relu4_1"])["relu4_1"]
    mean, deviation = statistics(own)
    goal_mean, goal_deviation = statistics(features(style, ["relu4_1"])["relu4_1"])
    spread = lambda column: column[:, None, None]
    target = (own - spread(mean)) / spread(deviation) * spread(goal_deviation) + spread(goal_mean)
    goals = {name: statistics(f) for name, f in features(style, STYLE_LAYERS[:4]).items()}

    def loss(x):
        now = features(x, STYLE_LAYERS[:4])
        terms = {"content/relu4_1": functional.mse_loss(now["relu4_1"], target)}
        for name, (goal_mean, goal_deviation) in goals.items():
            mean, deviation = statistics(now[name])
            terms[f"style/{name}"] = (mean - goal_mean).square().mean() + (deviation - goal_deviation).square().mean()
        return terms

    return loss


def rounded(number):
    return float(f"{float(number):.7g}")


def read(terms):
    return {name: rounded(value) for name, value in terms.items()}


def some(gradient):
    """About 300 of its numbers, and the size of all."""
    index = list(range(0, len(gradient), 67))
    rms = rounded(math.sqrt(float(gradient.square().mean())))
    return {"rms": rms, "index": index, "value": [rounded(gradient[at]) for at in index]}


def gradient_of(loss, x):
    x = x.detach().requires_grad_()
    terms = loss(x)
    (gradient,) = torch.autograd.grad(sum(terms.values()), x)
    return terms, gradient


def descend(loss, x, rate):
    """Steps of one length against the gradient: the way of L-BFGS' first one, and no feud of signs."""
    totals = []
    for _ in range(STEPS):
        terms, gradient = gradient_of(loss, x)
        totals.append(float(sum(terms.values())))
        x = x - rate * gradient / gradient.square().mean().sqrt()
    return totals


class Adam:
    """Kingma and Ba 2015; the picture is clamped after each step."""

    def __init__(self, rate, beta1, beta2, epsilon):
        self.rate, self.beta1, self.beta2, self.epsilon = rate, beta1, beta2, epsilon
        self.m, self.v, self.t = torch.zeros(1), torch.zeros(1), 0

    def step(self, x, gradient):
        self.t += 1
        self.m = self.beta1 * self.m + (1 - self.beta1) * gradient
        self.v = self.beta2 * self.v + (1 - self.beta2) * gradient.square()
        m = self.m / (1 - self.beta1**self.t)
        v = self.v / (1 - self.beta2**self.t)
        return (x - self.rate * m / (v.sqrt() + self.epsilon)).clamp(0, 1)


def by_adam(loss, x, adam, steps):
    """The losses, and the average of the iterates without its bias (decay 0.99)."""
    totals, average = [], torch.zeros_like(x)
    for _ in range(steps):
        terms, gradient = gradient_of(loss, x)
        totals.append(float(sum(terms.values())))
        x = adam.step(x, gradient)
        average = 0.99 * average + 0.01 * x
    return totals, average / (1 - 0.99**steps)


def resized(image, size, mode="bicubic"):
    return functional.interpolate(image, size, mode=mode, antialias=mode == "bicubic", align_corners=False)


def by_scales(content, style, start):
    """
    Twice the iterations at the smallest scale; from one to the next the average is enlarged and clamped, and Adam
    goes on with its moments enlarged, the second by a filter that keeps them positive.
    """
    adam, totals = Adam(0.02, 0.9, 0.99, 1e-8), []
    for at, size in enumerate(job["scales"]):
        steps = 2 * job["iterations"] if at == 0 else job["iterations"]
        if at == 0:
            x = resized(start, size).clamp(0, 1)
        else:
            x = resized(average, size).clamp(0, 1)
            adam.m, adam.v = resized(adam.m, size), resized(adam.v, size, "bilinear")
        loss = style_transfer_pytorch(resized(content, size), resized(style, size))
        losses, average = by_adam(loss, x, adam, steps)
        totals += losses
    return totals


def answer():
    content, style, blend = picture("content"), picture("style"), picture("blend")
    systems = {
        "neural-style": neural_style,
        "gatys-pytorch": gatys_pytorch,
        "tensorflow-tutorial": tensorflow_tutorial,
        "style-transfer-pytorch": style_transfer_pytorch,
        "adain": adain,
    }
    told = {}
    for name, system in systems.items():
        loss = system(content, style)
        terms, gradient = gradient_of(loss, blend)
        if name == "tensorflow-tutorial":
            steps, _ = by_adam(loss, blend, Adam(0.02, 0.99, 0.999, 0.1), STEPS)
        elif name == "style-transfer-pytorch":
            steps = by_scales(content, style, blend)
        else:
            steps = descend(loss, blend, 0.01)
        told[name] = {
            "terms": read(terms),
            "gradient": some(gradient[0].permute(1, 2, 0).flatten()),
            "steps": [rounded(total) for total in steps],
        }
    return told


print(json.dumps(answer()))
