"""Makes distorted.csv with numpy and scipy (these values: numpy 2.4.6, scipy 1.17.1).

Every line is a kind, a strength, a variant and the pixels of a picture of 16 x 20. The first line is the picture itself.
Rotation and scale have two variants: to either side, larger and smaller.
"""
import pathlib

import numpy as np
from scipy import ndimage

HEIGHT, WIDTH = 16, 20
random = np.random.default_rng(1)
smooth = ndimage.gaussian_filter(random.random((HEIGHT, WIDTH)), 1)
picture = np.clip((smooth - smooth.min()) / np.ptp(smooth) * 400 - 80, 0, 255).astype(np.uint8)
ink = picture.astype(float)
lines = []


def line(kind, strength, variant, values):
    greys = np.clip(np.floor(values + 0.5), 0, 255).astype(int).ravel()
    lines.append(f"{kind},{strength},{variant}," + ",".join(map(str, greys)))


def affine(matrix):
    centre = (np.array(picture.shape) - 1) / 2
    # Order 1 is bilinear; grid-constant has nothing but paper beyond the edges.
    return ndimage.affine_transform(ink, matrix, centre - matrix @ centre, order=1, mode="grid-constant")


def dilated(values, radius):
    reach = int(np.ceil(radius))
    most = np.zeros_like(values)
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            weight = np.clip(radius + 1 - np.hypot(right, down), 0, 1)
            moved = np.zeros_like(values)
            target = moved[max(0, -down):HEIGHT - max(0, down), max(0, -right):WIDTH - max(0, right)]
            target[:] = values[max(0, down):HEIGHT + min(0, down), max(0, right):WIDTH + min(0, right)]
            most = np.maximum(most, weight * moved)
    return most


line("picture", 0, 0, ink)
for degrees in (10, 30, 60):
    for variant, sign in enumerate((1, -1)):
        angle = np.radians(sign * degrees)
        line("rotation", degrees, variant,
             affine(np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])))
for more in (0.1, 0.4, 1):
    for variant, step in enumerate((1 + more, 1 / (1 + more))):
        line("scale", more, variant, affine(np.eye(2) * step))
for sigma in (0.5, 0.75, 1, 1.25, 1.5, 2, 2.5):
    line("blur", sigma, 0, ndimage.gaussian_filter(ink, sigma, mode="constant", truncate=4))
for radius in (0.5, 1, 1.5, 2.5):
    line("thickening", radius, 0, dilated(ink, radius))
for radius in (0.25, 1, 1.5):
    line("thinning", radius, 0, 255 - dilated(255 - ink, radius))
pathlib.Path(__file__).with_name("distorted.csv").write_text("\n".join(lines) + "\n")
