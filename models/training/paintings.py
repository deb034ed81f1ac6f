"""Pictures in the middle of being painted, and the losses that they are painted by.

What an encoder is for is the gradient that its style loss sends back to the picture. So the student learns on
pictures that are being painted, most of them by itself: where its own gradient leads is where it must be right.
The losses are those of Gramarye's balanced nodes: the mean squared difference at each layer, divided by the
mean square of the target (Gatys, Ecker and Bethge 2015, eq. 1 and 4).
"""

import random
from dataclasses import dataclass

import torch

from network import CONTENT_LAYER, STYLE_LAYERS, forward, gram
from pictures import batch

# As in Gramarye's Gatys graph.
STYLE_WEIGHT, CONTENT_WEIGHT = 20.0, 2.0
LEARNING_RATE = 0.02
# How many iterations a painting lives, on average: early ones tell most, and more paintings are more styles.
MEAN_LIFE = 25


def targets_of(weights, style, content, pooling, dtype=torch.float32):
    """What the losses compare with: Gram matrices of the style and features of the content."""
    of_style, of_content = forward(weights, style, pooling, dtype), forward(weights, content, pooling, dtype)
    return {**{layer: gram(of_style[layer]) for layer in STYLE_LAYERS}, "content": of_content[CONTENT_LAYER].float()}


def loss_terms(features, targets):
    """[batch, 6]: the balanced style loss of each layer, then the content loss."""
    present = {**{layer: gram(features[layer]) for layer in STYLE_LAYERS}, "content": features[CONTENT_LAYER].float()}
    terms = []
    for name, value in present.items():
        goal = targets[name]
        terms.append((value - goal).flatten(1).pow(2).mean(1) / (goal.flatten(1).pow(2).mean(1) + 1e-12))
    return torch.stack(terms, 1)


def canonical_weights():
    return torch.tensor([STYLE_WEIGHT] * len(STYLE_LAYERS) + [CONTENT_WEIGHT])


def drawn_weights():
    """Half of the time the usual weights; else one layer or another leads, so that each is learned by itself."""
    if random.random() < 0.5:
        return canonical_weights()
    return canonical_weights() * torch.exp(1.5 * torch.randn(len(STYLE_LAYERS) + 1))


@dataclass
class Painting:
    style: torch.Tensor
    content: torch.Tensor
    image: torch.Tensor
    targets: dict
    weights: torch.Tensor
    follows_teacher: bool
    step: int = 0
    mean: torch.Tensor | float = 0.0
    square: torch.Tensor | float = 0.0

    def advance(self, gradient):
        """One step of Adam (Kingma and Ba 2015), as Gramarye's optimiser does it."""
        self.step += 1
        self.mean = 0.9 * self.mean + 0.1 * gradient
        self.square = 0.99 * self.square + 0.01 * gradient.pow(2)
        corrected = self.mean / (1 - 0.9**self.step)
        scale = (self.square / (1 - 0.99**self.step)).sqrt() + 1e-8
        self.image = (self.image - LEARNING_RATE * corrected / scale).clamp(0, 1)


class Easel:
    """Paintings in progress with one pooling; those that are finished make room for new ones."""

    def __init__(self, teacher, dtype, pictures, pooling, count, size, device):
        self.teacher, self.dtype, self.pictures, self.pooling = teacher, dtype, pictures, pooling
        self.size, self.device = size, device
        self.paintings = [self.begun() for _ in range(count)]

    def begun(self):
        content, style = batch(self.pictures, 2, self.size, self.device).split(1)
        image, chance = content.clone(), random.random()
        if chance < 0.15:
            image = (image + 0.15 * torch.randn_like(image)).clamp(0, 1)
        elif chance < 0.25:
            image = (0.5 + 0.2 * torch.randn_like(image)).clamp(0, 1)
        with torch.no_grad():
            targets = targets_of(self.teacher, style, content, self.pooling, self.dtype)
        return Painting(style, content, image, targets, drawn_weights().to(self.device), random.random() < 0.35)

    def some(self, count):
        for place, painting in enumerate(self.paintings):
            if painting.step > 0 and random.random() < count / len(self.paintings) / MEAN_LIFE:
                self.paintings[place] = self.begun()
        return random.sample(self.paintings, count)


def together(paintings):
    """(images, styles, contents, teacher's targets, weights) of paintings, each stacked to a batch."""
    stacked = lambda name: torch.cat([getattr(painting, name) for painting in paintings])
    targets = {name: torch.cat([p.targets[name] for p in paintings]) for name in paintings[0].targets}
    return stacked("image"), stacked("style"), stacked("content"), targets, torch.stack([p.weights for p in paintings])
