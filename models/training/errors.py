"""The validation errors that the card states: how much of the teacher a linear map cannot find in the student."""

import torch

from inherit import linear_maps
from network import LAYERS, forward, gram
from pictures import batch


def validation_errors(teacher, student, scales, pictures, held_back):
    """{pooling: {layer: (relative squared error of the features, of the Gram matrices)}} on held-back pictures.

    The linear maps are fitted on training pictures, by least squares. Teacher channels are divided by their root
    mean square, as in training.
    """
    images = torch.tensor(held_back).permute(0, 3, 1, 2).float() / 255
    errors = {}
    maps = linear_maps(teacher, student, [batch(pictures, 8, 160) for _ in range(8)], scales)
    for pooling in ("max", "average"):
        sums = {layer: [0.0, 0.0] for layer in LAYERS}
        with torch.no_grad():
            for group in images.split(4):
                of_teacher, of_student = forward(teacher, group, pooling), forward(student, group, pooling)
                for layer in LAYERS:
                    goal, (matrix, offset) = of_teacher[layer] / scales[layer], maps[layer]
                    mapped = torch.einsum("oc,bchw->bohw", matrix, of_student[layer]) + offset.view(1, -1, 1, 1)
                    share = len(group) / len(images)
                    sums[layer][0] += share * float((mapped - goal).pow(2).sum() / goal.pow(2).sum())
                    ours, theirs = gram(mapped), gram(goal)
                    sums[layer][1] += share * float((ours - theirs).pow(2).sum() / theirs.pow(2).sum())
        errors[pooling] = {layer: tuple(pair) for layer, pair in sums.items()}
    return errors
