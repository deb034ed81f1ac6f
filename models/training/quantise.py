"""Weights as they are stored: large kernels in eight bits between their least and their greatest, the rest in sixteen."""

import torch

# A kernel smaller than this many numbers stays float16: it costs nothing, and the whole network sees its error.
SMALL = 20_000


def eight_bits(kernel):
    """(bytes 0 … 255, scale, least): the kernel is bytes · scale + least. Zero is one of the steps."""
    least, greatest = min(float(kernel.min()), 0.0), max(float(kernel.max()), 0.0)
    scale = (greatest - least) / 255 or 1.0
    least = round(least / scale) * scale
    return ((kernel - least) / scale).round().clamp(0, 255), scale, least


def stored(tensor):
    if tensor.dim() == 4 and tensor.numel() >= SMALL:
        steps, scale, least = eight_bits(tensor)
        return steps * scale + least
    return tensor.half().float()


def as_stored(weights):
    """The same weights after storing; gradients pass as if nothing had been rounded (the straight-through estimator)."""
    through = lambda tensor: tensor + (stored(tensor.detach()) - tensor).detach()
    return {layer: tuple(through(tensor) for tensor in pair) for layer, pair in weights.items()}
