"""Training pictures: crops of paintings and photographs, some of them mirrored, recoloured or noisy.

An encoder that paints sees what lies between a photograph and a painting, and early on much noise: it must
answer like its teacher there too.
"""

import random
from pathlib import Path

import numpy as np
import torch
from PIL import Image


def read_pictures(folder):
    """All JPEGs of a folder, of one size, as [count, height, width, 3] uint8; every fortieth is held back."""
    files = sorted(Path(folder).glob("*.jpg"))
    pictures = np.stack([np.asarray(Image.open(file).convert("RGB")) for file in files])
    return np.delete(pictures, np.s_[::40], 0), pictures[::40]


def crop(picture, size):
    """A square of the picture, brought to `size` pixels: enlarged up to twice or made smaller."""
    whole = min(picture.shape[:2])
    side = random.choice((size, size, size, whole, whole, random.randrange(int(size * 0.6), whole + 1)))
    y, x = (random.randrange(extent - side + 1) for extent in picture.shape[:2])
    square = Image.fromarray(picture[y : y + side, x : x + side]).resize((size, size), Image.BICUBIC)
    return np.asarray(square).astype(np.float32) / 255


def varied(image):
    if random.random() < 0.5:
        image = image[:, ::-1]
    if random.random() < 0.15:
        image = image[::-1]
    if random.random() < 0.3:
        shift = np.random.uniform(-0.15, 0.15, 3)
        image = np.clip((image - 0.5) * random.uniform(0.6, 1.4) + 0.5 + shift, 0, 1)
    if random.random() < 0.15:
        image = np.clip(image + np.random.randn(*image.shape) * random.uniform(0.02, 0.2), 0, 1)
    return image


def batch(pictures, count, size, device="cpu"):
    """[count, 3, size, size], RGB, 0 to 1."""
    images = [varied(crop(random.choice(pictures), size)) for _ in range(count)]
    return torch.tensor(np.stack(images).astype(np.float32)).permute(0, 3, 1, 2).contiguous().to(device)
