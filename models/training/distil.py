"""Distils VGG-19 (conv1_1 … conv5_1) into VGG-19 lite, the encoder that ships with Gramarye.

First by features: a linear map from the student's channels at every layer gives the teacher's, so that the
teacher's Gram matrices are a linear function of the student's. Then by gradients as well: on pictures that are
being painted, the gradient that the student's losses send back to the picture is brought to the teacher's. The
last part of it sees the weights as they will be stored, in eight bits.

Usage: python3 distil.py --teacher FOLDER --pictures FOLDER --out FILE.pt [--feature-minutes 20] [--gradient-minutes 60]
"""

import argparse
import math
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from inherit import inherited, linear_maps
from measure import PaintingTest
from network import CONTENT_LAYER, LAYERS, POOLINGS, STYLE_LAYERS, block_of, forward, read_teacher
from paintings import Easel, loss_terms, targets_of, together
from pictures import batch, read_pictures
from quantise import as_stored

WIDTHS = (16, 32, 80, 160, 256)
FEATURE_WEIGHTS = {layer: 2.0 if layer in (*STYLE_LAYERS, CONTENT_LAYER) else 1.0 for layer in LAYERS}
# Shallow layers have thousands of positions that say the same: one in 4 or 16 of them is enough for the map.
STRIDES = (4, 2, 1, 1, 1)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--teacher", required=True, help="folder of VGG-19 as a TensorFlow.js layers model")
    parser.add_argument("--pictures", required=True, help="folder of JPEGs of one size, at least 160 pixels")
    parser.add_argument("--out", required=True)
    parser.add_argument("--resume", help="a file that this script wrote, to go on from; its widths may be others")
    parser.add_argument("--feature-minutes", type=float, default=20)
    parser.add_argument("--gradient-minutes", type=float, default=60)
    parser.add_argument("--gradient-rate", type=float, default=8e-4, help="where AdamW's rate begins; a second run wants less")
    parser.add_argument("--widths", type=int, nargs=5, default=WIDTHS)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    return parser.parse_args()


class Distillation:
    def __init__(self, options):
        random.seed(options.seed), np.random.seed(options.seed), torch.manual_seed(options.seed)
        torch.set_num_threads(options.threads)
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        # Half the bits are enough for a teacher, and twice as fast where the processor has them.
        self.half = torch.bfloat16
        self.exact = read_teacher(options.teacher, self.device)
        self.teacher = {layer: (k.to(self.half), b.to(self.half)) for layer, (k, b) in self.exact.items()}
        self.pictures, self.held_back = read_pictures(options.pictures)
        self.options, self.steps, self.feature_steps, self.started = options, 0, 0, time.time()
        self.say("begin")
        self.scales = self.channel_scales()
        self.say("scales")
        self.test = PaintingTest(self.teacher, self.half, self.held_back, 4, 128, 60, "max", self.device)
        self.say(f"the teacher's own style losses: {rounded(self.test.start.sum(1))} → {rounded(self.test.of_teacher.sum(1))}")

    def say(self, text):
        print(f"{time.time() - self.started:6.0f} s  {self.steps:6d}  {text}", flush=True)

    def channel_scales(self):
        """Each teacher channel's root mean square, with a floor, so that no channel is ignored and no silent one leads."""
        squares = {layer: 0 for layer in LAYERS}
        with torch.no_grad():
            for run in range(16):
                for layer, f in forward(self.exact, batch(self.pictures, 8, 96, self.device), POOLINGS[run % 2]).items():
                    squares[layer] = squares[layer] + f.pow(2).mean((0, 2, 3)) / 16
        return {layer: (s + 3e-2 * s.mean()).sqrt().view(1, -1, 1, 1) for layer, s in squares.items()}

    def begin(self):
        trainable = lambda pairs: {layer: [t.to(self.device).requires_grad_(True) for t in pair] for layer, pair in pairs.items()}
        batches = [batch(self.pictures, 8, 96, self.device) for _ in range(5)]
        saved = {"student": {}, "maps": {}}
        if self.options.resume:
            saved = torch.load(self.options.resume, map_location=self.device)
        # From an earlier run of other widths what fits is kept, and the rest inherited as at the beginning.
        given = {layer: tuple(pair) for layer, pair in saved["student"].items()}
        student = inherited(self.exact, self.options.widths, batches, given)
        maps = linear_maps(self.exact, student, batches[:3], self.scales)
        kept = {layer: saved["maps"][layer] for layer, pair in given.items() if student[layer] is pair}
        self.student, self.maps = trainable(student), trainable(maps | kept)
        self.past_runs = saved.get("runs", [])
        self.parameters = [t for pairs in (self.student, self.maps) for pair in pairs.values() for t in pair]
        self.average = {layer: [t.detach().clone() for t in pair] for layer, pair in self.student.items()}

    def feature_loss(self, of_student, of_teacher):
        """The squared error of the mapped features, relative, summed over the layers; and each layer's."""
        loss, errors = 0, {}
        for layer in LAYERS:
            stride = STRIDES[block_of(layer)]
            y, x = random.randrange(stride), random.randrange(stride)
            goal = of_teacher[layer][:, :, y::stride, x::stride].float() / self.scales[layer]
            matrix, offset = self.maps[layer]
            mapped = F.conv2d(of_student[layer][:, :, y::stride, x::stride], matrix[:, :, None, None], offset)
            error = (mapped - goal).pow(2).mean() / goal.pow(2).mean()
            loss, errors[layer] = loss + FEATURE_WEIGHTS[layer] * error, float(error.detach())
        return loss, errors

    def gradient_loss(self, weights, easel, count):
        """How far the student's gradient points from the teacher's, on paintings that then go on by one or the other."""
        paintings = easel.some(count)
        images, styles, contents, targets, of_terms = together(paintings)
        images.requires_grad_(True)
        of_teacher = forward(self.teacher, images, easel.pooling, self.half)
        (goal,) = torch.autograd.grad((loss_terms(of_teacher, targets) * of_terms).sum(), images)
        of_student = forward(weights, images, easel.pooling)
        terms = loss_terms(of_student, targets_of(weights, styles, contents, easel.pooling))
        (gradient,) = torch.autograd.grad((terms * of_terms).sum(), images, create_graph=True)
        # Adam gives every pixel a step of its own: a quiet region counts like a loud one, or almost.
        loudness = F.avg_pool2d(goal.pow(2).sum(1, keepdim=True), 9, 1, 4)
        evened = (loudness + 0.1 * loudness.mean((1, 2, 3), keepdim=True) + 1e-30).rsqrt()
        ours, theirs = (gradient * evened).flatten(1), (goal * evened).flatten(1)
        cosine = F.cosine_similarity(ours, theirs, dim=1, eps=1e-20)
        louder = torch.log(gradient.flatten(1).norm(dim=1) + 1e-20) - torch.log(goal.flatten(1).norm(dim=1) + 1e-20)
        for index, painting in enumerate(paintings):
            painting.advance((goal if painting.follows_teacher else gradient.detach())[index : index + 1])
        detached = {layer: f.detach() for layer, f in of_teacher.items()}
        features, errors = self.feature_loss(of_student, detached)
        return (1 - cosine).mean() + 0.05 * louder.pow(2).mean(), features, errors, float(cosine.mean().detach())

    def optimise(self, loss, optimiser, rate):
        for group in optimiser.param_groups:
            group["lr"] = rate
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, 5.0)
        optimiser.step()
        self.steps += 1
        decay = min(0.998, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for layer, pair in self.student.items():
                for kept, now in zip(self.average[layer], pair):
                    kept.lerp_(now, 1 - decay)

    def run(self, minutes, rate, step):
        """Takes the losses that step(done) gives for `minutes`; the rate warms up, then falls to a fiftieth along a cosine."""
        optimiser, begun, count, checked = torch.optim.AdamW(self.parameters, weight_decay=0.0), time.time(), 0, time.time()
        while (done := (time.time() - begun) / 60 / minutes) < 1:
            loss, text = step(done)
            now = rate * min(1, (count + 1) / 100) * (0.02 + 0.49 * (1 + math.cos(math.pi * done)))
            self.optimise(loss, optimiser, now)
            if count % 100 == 0:
                self.say(text())
            count += 1
            if time.time() - checked > 480:
                self.check()
                checked = time.time()
        self.check()

    def by_features(self):
        def step(_):
            images, pooling = batch(self.pictures, 8, 96, self.device), random.choice(POOLINGS)
            with torch.no_grad():
                of_teacher = forward(self.teacher, images, pooling, self.half)
            loss, errors = self.feature_loss(forward(self.student, images, pooling), of_teacher)
            return loss, lambda: f"features {float(loss.detach()):.3f}  {rounded(errors.values())}"

        if self.options.feature_minutes > 0:
            self.run(self.options.feature_minutes, 1.5e-3, step)
        self.feature_steps = self.steps

    def by_gradients(self):
        easels = [Easel(self.teacher, self.half, self.pictures, pooling, 24, 128, self.device) for pooling in POOLINGS]

        def step(done):
            weights = as_stored(self.student) if done > 0.75 else self.student
            apart, features, errors, cosine = self.gradient_loss(weights, random.choice(easels), 4)
            loss = 5 * apart + 0.3 * features
            return loss, lambda: f"gradient {float(apart.detach()):.3f} (cosine {cosine:.3f})  features {rounded(errors.values())}"

        if self.options.gradient_minutes > 0:
            self.run(self.options.gradient_minutes, self.options.gradient_rate, step)

    def check(self):
        """Paints the held-back pairs with the averaged weights, as they will be stored, and keeps them."""
        with torch.no_grad():
            stored = as_stored(self.average)
        pairs, layers = self.test.shares(stored)
        self.say(f"shares of the teacher's fall: median {float(pairs.median()):.3f}, pairs {rounded(pairs)}, layers {rounded(layers)}")
        detached = lambda pairs: {layer: [t.detach().cpu() for t in pair] for layer, pair in pairs.items()}
        torch.save(
            {
                "student": detached(self.average),
                "maps": detached(self.maps),
                "scales": {layer: s.cpu() for layer, s in self.scales.items()},
                "runs": [*self.past_runs, self.run_so_far()],
            },
            self.options.out,
        )


    def run_so_far(self):
        """What the card states of a run."""
        minutes = (time.time() - self.started) / 60
        return {"steps": self.steps, "feature_steps": self.feature_steps, "minutes": minutes, "seed": self.options.seed}


def rounded(values):
    return [round(float(value), 3) for value in values]


if __name__ == "__main__":
    distillation = Distillation(arguments())
    distillation.begin()
    distillation.say("begun")
    distillation.check()
    distillation.by_features()
    distillation.by_gradients()
