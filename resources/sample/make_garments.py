"""Draws the garments of the try-on sample, and the masks that say what of the portrait they replace.

    python3 make_garments.py        (numpy and OpenCV; only needed to make the files in this folder anew)
"""
import cv2
import numpy as np

SIZE = (760, 720)  # height, width of a garment's picture
MIDDLE, TOP = 360, 70
y, x = np.mgrid[:SIZE[0], :SIZE[1]].astype(np.float32)


def noise(sigma, seed):
    field = cv2.GaussianBlur(np.random.default_rng(seed).standard_normal(SIZE).astype(np.float32), (0, 0), sigma)
    return field / field.std()


def outline(half):
    """A closed outline from its right half, corners a little rounded."""
    corners = [(MIDDLE + px, py) for px, py in half] + [(MIDDLE - px, py) for px, py in half[::-1]]
    points = []
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1]):
        steps = max(1, int(np.hypot(bx - ax, by - ay) / 18))
        points += [(ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps) for i in range(steps)]
    points = np.array(points)
    for _ in range(3):
        after = np.roll(points, -1, 0)
        points = np.stack([0.75 * points + 0.25 * after, 0.25 * points + 0.75 * after], 1).reshape(-1, 2)
    return points


def coverage(points):
    mask = np.zeros(SIZE, np.uint8)
    cv2.fillPoly(mask, [np.int32(points * 16)], 255, cv2.LINE_AA, 4)
    return mask.astype(np.float32)[..., None] / 255


def tartan():
    cloth = np.ones(SIZE + (3,), np.float32) * np.float32([0.16, 0.30, 0.12])
    twill = 0.5 + 0.5 * np.sin((x + y) * 1.9)
    for period, start, width, colour, share in ((96, 0, 40, (0.06, 0.07, 0.22), 0.75), (96, 62, 8, (0.80, 0.68, 0.15), 0.8),
                                                (96, 76, 6, (0.75, 0.10, 0.10), 0.8)):
        for along in (x, y):
            stripe = (((along - start) % period) < width).astype(np.float32) * share * (0.55 + 0.45 * twill)
            cloth = cloth * (1 - stripe[..., None]) + np.float32(colour) * stripe[..., None]
    return cloth


def knit_stripes():
    stitch = 0.86 + 0.14 * np.cos(2 * np.pi * (y / 5.0 + 0.6 * np.abs((x / 7.0) % 1 - 0.5))) * np.cos(np.pi * (x / 7.0 % 1 - 0.5))
    band = ((y - TOP) % 84)[..., None]
    cloth = np.where(band < 30, np.float32([0.72, 0.16, 0.12]), np.where(band < 42, np.float32([0.93, 0.87, 0.74]), np.float32([0.10, 0.22, 0.38])))
    return cloth * stitch[..., None]


def laid(points, cloth, seed):
    """The cloth in soft folds, on a pale table with a soft shadow; the inside of the back shows above the front of the neck."""
    inside = coverage(points)
    light = np.exp(0.07 * noise(26, seed) + 0.03 * noise(7, seed + 1) + 0.02 * noise(0.8, seed + 2))[..., None]
    shown = np.clip(cloth * light, 0, 1)
    ring = np.hypot((x - MIDDLE) / 62, (y - TOP - 4) / 50)[..., None]
    shown = np.where(ring < 1, shown * 0.5, shown)
    shown = np.where(np.abs(ring - 1.07) < 0.07, np.clip(shown * 0.72 + 0.02, 0, 1), shown)
    shadow = cv2.GaussianBlur(np.roll(inside[..., 0], (9, 5), (0, 1)), (0, 0), 8)[..., None] * 0.1
    table = np.float32([0.955, 0.95, 0.94]) * (1 - 0.04 * y[..., None] / SIZE[0]) * (1 - shadow)
    rgb = table * (1 - inside) + shown * inside + 0.003 * np.random.default_rng(seed).standard_normal(SIZE + (3,))
    return np.clip(rgb[..., ::-1] * 255, 0, 255).astype(np.uint8)


PONCHO = outline([(0, TOP + 8), (66, TOP), (150, TOP + 40), (240, TOP + 190), (300, TOP + 560), (150, TOP + 610), (0, TOP + 620)])
JUMPER = outline([(0, TOP + 8), (66, TOP), (160, TOP + 40), (215, TOP + 120), (305, TOP + 560), (232, TOP + 585), (168, TOP + 240),
                  (166, TOP + 420), (172, TOP + 640)])
cv2.imwrite("poncho.png", laid(PONCHO, tartan(), 3))
cv2.imwrite("jumper.png", laid(JUMPER, knit_stripes(), 5))

# The worn suit on the portrait, with what helmet and glove hide of it, and those two apart: they stay in front.
SUIT = [(112, 209), (118, 224), (150, 250), (185, 275), (232, 294), (268, 290), (292, 270), (303, 238), (318, 240), (334, 254), (345, 274),
        (352, 300), (361, 344), (372, 420), (380, 511), (30, 511), (21, 470), (22, 410), (30, 340), (40, 290), (52, 262), (86, 233)]
HELMET = [(372, 345), (352, 350), (328, 361), (309, 378), (294, 402), (285, 430), (280, 466), (282, 511), (500, 511), (500, 345)]
GLOVE = [(196, 511), (196, 488), (188, 471), (173, 464), (163, 467), (157, 482), (124, 497), (112, 511)]


def filled(*shapes):
    mask = np.zeros((512 * 8, 512 * 8), np.uint8)
    for shape in shapes:
        cv2.fillPoly(mask, [np.int32(np.array(shape) * 8)], 255)
    return cv2.resize(mask, (512, 512), interpolation=cv2.INTER_AREA)


cv2.imwrite("worn.png", cv2.dilate(filled(SUIT), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5))))
cv2.imwrite("in_front.png", filled(HELMET, GLOVE))
