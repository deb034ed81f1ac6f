"""The decoder of AdaIN: from an encoder's relu4_1 back to a picture, its layers in the encoder's order backwards.

Each layer is named after the one that it undoes: conv4_1 gives what conv4_1 saw. What was pooled is enlarged again
(nearest neighbour), and pictures are continued beyond their border, so that it shows no frame (Huang and Belongie 2017).
"""

import torch
import torch.nn.functional as F

from inherit import patches_at
from network import LAYERS, channels_of, forward, pool_before

DEEPEST = "conv4_1"
DECODED = LAYERS[LAYERS.index(DEEPEST) :: -1]
MATCHED = ("conv1_1", "conv2_1", "conv3_1", "conv4_1")


def encode(encoder, images, pooling):
    return forward(encoder, images, pooling, deepest=DEEPEST)


def convolved(x, kernel, bias):
    return F.conv2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), kernel, bias)


def answered(layer, x):
    """What follows a layer's convolution: a ReLU, and twice the size where the encoder had pooled."""
    if layer == DECODED[-1]:
        return x
    x = F.relu(x)
    return F.interpolate(x, scale_factor=2, mode="nearest") if layer.endswith("_1") else x


def decode(weights, features):
    """Features [batch, channels, height / 8, width / 8] → RGB [batch, 3, height, width], about 0 to 1."""
    x = features
    for layer in DECODED:
        x = answered(layer, convolved(x, *weights[layer]))
    return x


def moments(features):
    """(mean, standard deviation) of each channel, [batch, channels, 1, 1] each, with Gramarye's floor."""
    variance, mean = torch.var_mean(features, (2, 3), unbiased=False, keepdim=True)
    return mean, (variance + 1e-5).sqrt()


def matched(features, statistics):
    """AdaIN: the features with another mean and deviation in every channel (eq. 8)."""
    mean, deviation = moments(features)
    return (features - mean) / deviation * statistics[1] + statistics[0]


def inverted(encoder, widths, batches, ridge=1e-3):
    """A decoder's first weights: each layer regresses what the encoder's layer saw on what the decoder has so far.

    It starts as an autoencoder that already shows the picture, not from noise. `batches`: [(images, pooling)].
    """
    weights, channels = {}, channels_of(widths)
    with torch.no_grad():
        features = [encode(encoder, images, pooling) for images, pooling in batches]
        before = [of[DEEPEST] for of in features]
        for layer in DECODED:
            seen, wanted = [], []
            for (images, pooling), of, x in zip(batches, features, before):
                index = LAYERS.index(layer)
                # A layer that pools gives back what was pooled; the enlarging follows it.
                goal = pool_before(layer, of[LAYERS[index - 1]], pooling) if index else images
                places = torch.randperm(x.shape[2] * x.shape[3])[:400]
                seen.append(patches_at(x, places))
                wanted.append(goal.flatten(2)[:, :, places].transpose(1, 2).flatten(0, 1))
            patches, goals = torch.cat(seen), torch.cat(wanted)
            inputs = torch.cat([patches, torch.ones(len(patches), 1)], 1).double()
            normal = inputs.T @ inputs
            normal += ridge * normal.diagonal().mean() * torch.eye(len(normal), dtype=torch.float64)
            solution = torch.linalg.solve(normal, inputs.T @ goals.double()).float()
            ins, outs = channels[layer][::-1]
            weights[layer] = (solution[:-1].T.reshape(outs, ins, 3, 3).contiguous(), solution[-1].contiguous())
            before = [answered(layer, convolved(x, *weights[layer])) for x in before]
    return weights
