"""Makes the sample's references and mask from the portrait: a suit of another colour, and a drawn knitted cap.

    python3 make_references.py        (numpy and OpenCV; only needed to make the files in this folder anew)
"""
import cv2
import numpy as np

portrait = cv2.imread("astronaut.png")
h, w = portrait.shape[:2]
yy, xx = np.mgrid[:h, :w].astype(np.float32)

SUIT = [(86, 232), (108, 208), (116, 206), (124, 224), (150, 250), (185, 275), (232, 294), (268, 290), (292, 270), (303, 238),
        (318, 240), (334, 254), (345, 274), (352, 300), (361, 346), (338, 352), (312, 366), (292, 392), (280, 424), (276, 462),
        (280, 511), (196, 511), (196, 488), (188, 470), (170, 461), (152, 472), (150, 484), (112, 496), (102, 511), (30, 511),
        (20, 470), (22, 410), (30, 340), (40, 290), (52, 262)]


def filled(points):
    mask = np.zeros((h * 8, w * 8), np.uint8)
    cv2.fillPoly(mask, [np.int32(np.array(points) * 8)], 255)
    return cv2.resize(cv2.GaussianBlur(mask, (0, 0), 8), (w, h), interpolation=cv2.INTER_AREA)


def recoloured():
    """Orange cloth turned to petrol; white, black and violet parts stay."""
    hsv = cv2.cvtColor(portrait.astype(np.float32) / 255, cv2.COLOR_BGR2HSV)
    hue, sat, val = cv2.split(hsv)
    from_orange = np.minimum(np.abs(hue - 12), 360 - np.abs(hue - 12))
    cloth = np.clip((34 - from_orange) / 14, 0, 1) * np.clip((sat - 0.35) / 0.25, 0, 1)
    cloth = cv2.GaussianBlur(cloth, (0, 0), 0.7)[..., None]
    light = cv2.cvtColor(portrait, cv2.COLOR_BGR2GRAY).astype(np.float32)[..., None] / 255
    petrol = np.clip(np.float32([0.52, 0.42, 0.13]) * (light / 0.47) ** 1.25, 0, 1)
    return np.clip((cloth * petrol + (1 - cloth) * portrait / 255) * 255, 0, 255)


def as_another_picture(picture, mask, degrees, scale, size, centre):
    """Turned and enlarged, as a crop from another photo would be. `centre`: the portrait pixel in the crop's middle."""
    turn = cv2.getRotationMatrix2D(centre, degrees, scale)
    turn[:, 2] += np.array(size) / 2 - centre
    bgr = cv2.warpAffine(picture, turn, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
    alpha = cv2.warpAffine(mask, turn, size, flags=cv2.INTER_LINEAR)
    return np.clip(bgr, 0, 255).astype(np.uint8), alpha


def knitted_cap():
    """A ribbed cap in mustard, drawn: stitches as slanted strokes, shaded as a dome lit from the upper left."""
    big = 4
    y, x = np.mgrid[:150 * big, :200 * big].astype(np.float32) / big
    u = (x - 100) / 84
    top = 146 - 138 * np.sqrt(np.clip(1 - np.abs(u) ** 2.4, 0, 1))
    bottom = 118 + 14 * (1 - u ** 2)
    inside = (np.abs(u) < 1) & (y > top) & (y < bottom)
    angle = np.arcsin(np.clip(u, -1, 1))  # round the head
    band = y > bottom - 34
    stitch_x = angle * 26
    row = (y - bottom) / 3.1 + np.abs((stitch_x % 1) - 0.5) * 1.6
    knit = 0.5 + 0.5 * np.cos(2 * np.pi * row)
    wale = 0.5 + 0.5 * np.cos(2 * np.pi * stitch_x)
    rib = 0.5 + 0.5 * np.cos(np.pi * stitch_x)
    texture = np.where(band, 0.62 + 0.30 * rib + 0.10 * knit, 0.70 + 0.16 * wale + 0.16 * knit)
    normal_y = np.clip((bottom - y) / 120, 0, 1)
    shade = 0.42 + 0.62 * np.clip(np.cos(angle + 0.45), 0, 1) * (0.72 + 0.28 * normal_y)
    shade *= 1 - 0.35 * np.exp(-((y - (bottom - 36)) / 3.0) ** 2)
    rng = np.random.default_rng(7)
    wool = cv2.GaussianBlur(rng.standard_normal(y.shape).astype(np.float32), (0, 0), 2.2) * 0.16
    value = np.clip(texture * shade * (1 + wool), 0, 1)[..., None]
    mustard = np.float32([0.20, 0.62, 0.86])
    bgr = np.clip(value * mustard * 1.12 + 0.02, 0, 1)
    alpha = cv2.GaussianBlur(inside.astype(np.float32), (0, 0), big * 0.5)
    size = (200, 150)
    return (cv2.resize(bgr * 255, size, interpolation=cv2.INTER_AREA).astype(np.uint8),
            cv2.resize(alpha * 255, size, interpolation=cv2.INTER_AREA).astype(np.uint8))


def with_alpha(bgr, alpha):
    return np.dstack([bgr, alpha])


suit = cv2.dilate(filled(SUIT), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (9, 9)))
suit_bgr, suit_alpha = as_another_picture(recoloured().astype(np.uint8), suit, 6, 1.25, (500, 440), (190.0, 358.0))
cv2.imwrite("suit.png", with_alpha(suit_bgr, suit_alpha))
cap_bgr, cap_alpha = knitted_cap()
cv2.imwrite("cap.png", with_alpha(cap_bgr, cap_alpha))
# The cap's place on the portrait: the rectangle that its whole picture covers.
CAP = (140, -4, 174, 100)
worn = np.zeros((h, w), np.uint8)
x0, y0, cw, ch = CAP
worn[0:y0 + ch, x0:x0 + cw] = cv2.resize(cap_alpha, (cw, ch), interpolation=cv2.INTER_AREA)[-y0:]
mask = np.maximum(suit, np.where(worn > 100, 255, 0).astype(np.uint8))
cv2.imwrite("mask.png", mask)
