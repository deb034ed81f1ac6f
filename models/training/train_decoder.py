"""Trains an AdaIN decoder for an encoder (Huang and Belongie 2017): from relu4_1 with a style's means and deviations
to a picture that has the content's structure and the style's statistics in the encoder's eyes.

Usage: python3 train_decoder.py --encoder FOLDER --pictures FOLDER --out FILE.pt [--minutes 80]
"""

import argparse
import math
import random
import time

import numpy as np
import torch

from decoder import DEEPEST, MATCHED, decode, encode, inverted, moments
from mixtures import Store, mixtures
from network import POOLINGS, block_of, read_teacher
from pictures import batch, read_pictures
from quantise import as_stored

# (until this share of the time, pixels, mixtures a step)
STAGES = ((0.7, 128, 8), (1.0, 192, 4))
STYLE_WEIGHT = 10.0
# For the mixtures that are the content itself: the picture is to come back.
PIXEL_WEIGHT = 20.0
STORED = 512


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", required=True, help="folder of the encoder as a TensorFlow.js layers model")
    parser.add_argument("--pictures", required=True, help="folder of JPEGs of one size, at least 192 pixels")
    parser.add_argument("--out", required=True)
    parser.add_argument("--minutes", type=float, default=80)
    parser.add_argument("--rate", type=float, default=6e-4, help="where Adam's rate begins")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    return parser.parse_args()


def relative(value, goal):
    """The squared error of each of a batch, as a share of the goal's energy."""
    return (value - goal).flatten(1).pow(2).mean(1) / (goal.flatten(1).pow(2).mean(1) + 1e-6)


def losses(encoder, pooling, result, goal, statistics, images, own):
    """(content, style of each layer, pixels): means over the batch."""
    features = encode(encoder, result, pooling)
    content = relative(features[DEEPEST], goal).mean()
    style = []
    for layer in MATCHED:
        present = torch.cat(moments(features[layer]), 1)
        style.append(relative(present, torch.cat(statistics[layer], 1)).mean())
    pixels = (own * (result - images).flatten(1).pow(2).mean(1)).mean()
    return content, torch.stack(style), pixels


class Training:
    def __init__(self, options):
        random.seed(options.seed), np.random.seed(options.seed), torch.manual_seed(options.seed)
        torch.set_num_threads(options.threads)
        self.options, self.steps, self.started = options, 0, time.time()
        self.encoder = read_teacher(options.encoder)
        self.pictures, self.held_back = read_pictures(options.pictures)
        widths = [self.encoder[f"conv{block}_1"][0].shape[0] for block in range(1, 6)]
        batches = [(batch(self.pictures, 8, 128), pooling) for _ in range(6) for pooling in POOLINGS]
        first = inverted(self.encoder, widths, batches)
        self.decoder = {layer: [t.requires_grad_(True) for t in pair] for layer, pair in first.items()}
        self.average = {layer: [t.detach().clone() for t in pair] for layer, pair in first.items()}
        self.parameters = [t for pair in self.decoder.values() for t in pair]
        self.say("inverted")

    def say(self, text):
        print(f"{time.time() - self.started:6.0f} s  {self.steps:6d}  {text}", flush=True)

    def done(self):
        return (time.time() - self.started) / 60 / self.options.minutes

    def step(self, optimiser, store, count):
        goal, statistics, images, own = mixtures(store, count)
        # In the last quarter the weights are rounded as they will be stored.
        weights = as_stored(self.decoder) if self.done() > 0.75 else self.decoder
        result = decode(weights, goal)
        content, style, pixels = losses(self.encoder, store.pooling, result, goal, statistics, images, own)
        loss = content + STYLE_WEIGHT * style.sum() + PIXEL_WEIGHT * pixels
        rate = self.options.rate * min(1, (self.steps + 1) / 50) * (0.01 + 0.495 * (1 + math.cos(math.pi * self.done())))
        for group in optimiser.param_groups:
            group["lr"] = rate
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, 5.0)
        optimiser.step()
        self.steps += 1
        decay = min(0.998, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for layer, pair in self.decoder.items():
                for kept, now in zip(self.average[layer], pair):
                    kept.lerp_(now, 1 - decay)
        return float(content.detach()), [round(float(s), 4) for s in style.detach()]

    def run(self):
        optimiser = torch.optim.Adam(self.parameters)
        for until, size, count in STAGES:
            stores = [Store(self.encoder, self.pictures, pooling, STORED * 64**2 // (size // 2) ** 2, size) for pooling in POOLINGS]
            self.say(f"{size} pixels")
            while self.done() < until:
                store = stores[self.steps % 2]
                store.exchange(count // 4)
                content, style = self.step(optimiser, store, count)
                if self.steps % 50 == 0:
                    self.say(f"content {content:.3f}  style {style}")
                if self.steps % 250 == 0:
                    self.keep()
        self.keep()
        self.say("done")

    def keep(self):
        minutes = (time.time() - self.started) / 60
        run = {"steps": self.steps, "minutes": minutes, "seed": self.options.seed, "rate": self.options.rate}
        torch.save({"decoder": self.average, "run": run}, self.options.out)


if __name__ == "__main__":
    Training(arguments()).run()
