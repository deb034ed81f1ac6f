"""How well a student paints: the fall of the style loss, measured with the teacher, as a share of the teacher's own."""

import torch

from network import forward
from paintings import Painting, canonical_weights, loss_terms, targets_of


def painted(weights, style, content, pooling, iterations, dtype=torch.float32):
    """Paints from the content, by the losses that `weights` see; images [batch, 3, height, width]."""
    with torch.no_grad():
        targets = targets_of(weights, style, content, pooling, dtype)
    of_terms = canonical_weights().to(content.device)
    painting = Painting(style, content, content.clone(), {}, of_terms, False)
    for _ in range(iterations):
        image = painting.image.requires_grad_(True)
        terms = loss_terms(forward(weights, image, pooling, dtype), targets)
        (gradient,) = torch.autograd.grad((terms * of_terms).sum(), image)
        with torch.no_grad():
            painting.advance(gradient)
    return painting.image.detach()


def style_losses(teacher, image, style, content, pooling, dtype=torch.float32):
    """[batch, 5]: the teacher's balanced style loss of each layer."""
    with torch.no_grad():
        targets = targets_of(teacher, style, content, pooling, dtype)
        return loss_terms(forward(teacher, image, pooling, dtype), targets)[:, :-1]


class PaintingTest:
    """Fixed pairs of pictures that were held back; the teacher paints them once."""

    def __init__(self, teacher, dtype, pictures, count, size, iterations, pooling, device):
        self.teacher, self.dtype, self.pooling, self.iterations = teacher, dtype, pooling, iterations
        offset = (pictures.shape[1] - size) // 2
        centre = torch.tensor(pictures[:, offset : offset + size, offset : offset + size]).permute(0, 3, 1, 2)
        images = (centre.float() / 255).to(device)
        step = len(images) // (2 * count)
        self.content, self.style = images[:: 2 * step][:count], images[step :: 2 * step][:count]
        self.start = self.losses(self.content)
        self.of_teacher = self.losses(painted(teacher, self.style, self.content, pooling, iterations, dtype))

    def losses(self, image):
        return style_losses(self.teacher, image, self.style, self.content, self.pooling, self.dtype)

    def shares(self, student):
        """(share of the summed loss for each pair, [pairs]; share for each layer over all pairs, [5])."""
        end = self.losses(painted(student, self.style, self.content, self.pooling, self.iterations))
        fall, whole = self.start - end, self.start - self.of_teacher
        return fall.sum(1) / whole.sum(1), fall.sum(0) / whole.sum(0)
