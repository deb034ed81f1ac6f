"""What a decoder trains on: pictures that the encoder has seen already, and the mixtures of them that it is asked for.

Any picture of the store may be content or style, so a thousand of them are a million pairs, and the encoder looks at
each only once; a few are exchanged at every step.
"""

import random

import torch

from decoder import DEEPEST, MATCHED, encode, matched, moments
from pictures import batch


class Store:
    """Encoded crops of one size and one pooling."""

    def __init__(self, encoder, pictures, pooling, count, size):
        self.encoder, self.pictures, self.pooling, self.size = encoder, pictures, pooling, size
        self.entries, self.oldest = [], 0
        while len(self.entries) < count:
            self.entries += self.seen(16)

    def seen(self, count):
        images = batch(self.pictures, count, self.size)
        with torch.no_grad():
            features = encode(self.encoder, images, self.pooling)
            statistics = {layer: moments(features[layer]) for layer in MATCHED}
        pick = lambda pair, i: tuple(t[i : i + 1] for t in pair)
        return [
            {
                "image": images[i : i + 1],
                "features": features[DEEPEST][i : i + 1],
                "statistics": {layer: pick(pair, i) for layer, pair in statistics.items()},
            }
            for i in range(count)
        ]

    def exchange(self, count):
        for entry in self.seen(count):
            self.entries[self.oldest] = entry
            self.oldest = (self.oldest + 1) % len(self.entries)


def shares():
    """How much of the content's own statistics, of one style's and of another's a mixture has."""
    chance = random.random()
    if chance < 0.08:
        return 1.0, 0.0, 0.0
    if chance < 0.20:
        strength = random.random()
        return 1 - strength, strength, 0.0
    if chance < 0.35:
        first = random.random()
        return 0.0, first, 1 - first
    return 0.0, 1.0, 0.0


def mixtures(store, count):
    """(features to decode, statistics that the result should have, images, which mixtures are the content itself)."""
    drawn = [(shares(), random.sample(store.entries, 3)) for _ in range(count)]
    content = torch.cat([entries[0]["features"] for _, entries in drawn])
    images = torch.cat([entries[0]["image"] for _, entries in drawn])
    own = torch.tensor([float(parts[0] == 1) for parts, _ in drawn])
    # Means and deviations mix linearly, at relu4_1 exactly as features that were matched and then mixed do.
    mixed = lambda layer, which: torch.cat(
        [sum(part * entry["statistics"][layer][which] for part, entry in zip(*one)) for one in drawn]
    )
    statistics = {layer: (mixed(layer, 0), mixed(layer, 1)) for layer in MATCHED}
    return matched(content, statistics[DEEPEST]), statistics, images, own
