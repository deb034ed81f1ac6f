"""A narrow network's first weights, inherited from its teacher.

Each layer keeps the teacher's channels that say most about all of them (a pivoted Cholesky factorisation of
their second moments picks them greedily). Its kernel is then the ridge regression of those channels, before
their ReLU, on what the student's own layer before answers (after He, Zhang and Sun 2017, Channel pruning).
Distillation starts from a network that already answers somewhat like its teacher, not from noise.
"""

import torch
import torch.nn.functional as F

from network import LAYERS, POOLINGS, channels_of, forward, pool_before, preprocess

# Of each image.
POSITIONS = 400


def patches_at(x, places):
    """The 3×3 surroundings of some places (numbers from 0 to height·width − 1): [batch · places, channels · 9]."""
    height, width = x.shape[2:]
    padded = F.pad(x, (1, 1, 1, 1))
    rows, columns = places // width, places % width
    shifted = [padded[:, :, rows + dy, columns + dx] for dy in range(3) for dx in range(3)]
    return torch.stack(shifted, 2).permute(0, 3, 1, 2).flatten(2).flatten(0, 1)


def most_telling(features, count):
    """The `count` channels that together explain most of all channels' energy. `features`: [positions, channels]."""
    scaled = features / (features.pow(2).mean(0).sqrt() + 1e-3 * features.pow(2).mean().sqrt())
    moments = (scaled.T @ scaled / len(scaled)).double()
    left, kept = moments.clone(), []
    for _ in range(count):
        # The channel whose residual explains most of what is left in all the others.
        gain = left.pow(2).sum(0) / left.diagonal().clamp_min(1e-9)
        gain[left.diagonal() < 1e-6] = 0
        gain[kept] = -1
        pick = int(gain.argmax())
        kept.append(pick)
        column = left[:, pick] / left[pick, pick].clamp_min(1e-9).sqrt()
        left = left - torch.outer(column, column)
    return sorted(kept)


def inherited(teacher, widths, batches, given={}, ridge=1e-3):
    """Weights of the given widths. `batches`: image tensors [n, 3, height, width] to regress on.

    Layers of `given` that have the right shape are kept as they are.
    """
    channels, weights = channels_of(widths), {}
    runs = [(images, pooling) for images in batches for pooling in POOLINGS]
    with torch.no_grad():
        before = [preprocess(images) for images, _ in runs]
        teachers = [preprocess(images) for images, _ in runs]
        for layer in LAYERS:
            teacher_kernel, teacher_bias = teacher[layer]
            wanted, seen = [], []
            for run, (_, pooling) in enumerate(runs):
                teachers[run] = F.conv2d(pool_before(layer, teachers[run], pooling), teacher_kernel, teacher_bias, padding=1)
                before[run] = pool_before(layer, before[run], pooling)
                places = torch.randperm(before[run].shape[2] * before[run].shape[3])[:POSITIONS]
                seen.append(patches_at(before[run], places))
                wanted.append(teachers[run].flatten(2)[:, :, places].transpose(1, 2).flatten(0, 1))
                teachers[run] = F.relu(teachers[run])
            if layer in given and given[layer][0].shape[:2] == channels[layer][::-1]:
                weights[layer] = given[layer]
                kernel, bias = given[layer]
                before = [F.relu(F.conv2d(x, kernel, bias, padding=1)) for x in before]
                continue
            targets, patches = torch.cat(wanted), torch.cat(seen)
            kept = most_telling(F.relu(targets), channels[layer][1])
            # What a ReLU will cut off need not be hit: far below zero is as good as a little below.
            goals = targets[:, kept]
            goals = torch.maximum(goals, -0.5 * goals.std(0))
            inputs = torch.cat([patches, torch.ones(len(patches), 1)], 1).double()
            normal = inputs.T @ inputs
            normal += ridge * normal.diagonal().mean() * torch.eye(len(normal), dtype=torch.float64)
            solution = torch.linalg.solve(normal, inputs.T @ goals.double()).float()
            kernel = solution[:-1].T.reshape(channels[layer][1], channels[layer][0], 3, 3).contiguous()
            weights[layer] = (kernel, solution[-1].contiguous())
            before = [F.relu(F.conv2d(x, kernel, solution[-1], padding=1)) for x in before]
    return weights


def linear_maps(teacher, student, batches, scales, ridge=1e-3):
    """For every layer the matrix and the offset that bring the student's channels nearest to the teacher's, scaled."""
    maps = {}
    with torch.no_grad():
        sums = {}
        for images in batches:
            for pooling in POOLINGS:
                of_teacher, of_student = forward(teacher, images, pooling), forward(student, images, pooling)
                for layer in LAYERS:
                    x = of_student[layer].transpose(0, 1).flatten(1).double()
                    x = torch.cat([x, torch.ones(1, x.shape[1], dtype=x.dtype)])
                    y = (of_teacher[layer] / scales[layer]).transpose(0, 1).flatten(1).double()
                    xx, xy = sums.get(layer, (0, 0))
                    sums[layer] = (xx + x @ x.T, xy + x @ y.T)
        for layer, (xx, xy) in sums.items():
            eye = torch.eye(len(xx), dtype=xx.dtype) * ridge * xx.diagonal().mean()
            solution = torch.linalg.solve(xx + eye, xy).float()
            maps[layer] = (solution[:-1].T.contiguous(), solution[-1].contiguous())
    return maps
