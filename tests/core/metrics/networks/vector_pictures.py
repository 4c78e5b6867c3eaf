"""Pictures of ../metric_vectors.json, as the scripts beside it draw them."""
import numpy
from PIL import Image


def pictures():
    """G64, a slope of colours, and GN64, the same with noise."""
    y, x = numpy.mgrid[0:64, 0:64]
    slope = numpy.stack([4 * x, 4 * y, 2 * (x + y)], axis=2)
    state, noisy = 1, slope.reshape(-1).copy()
    for i in range(noisy.size):
        state = (1664525 * state + 1013904223) % 2**32
        noisy[i] = min(255, max(0, noisy[i] + (state >> 24) % 33 - 16))
    return {name: Image.fromarray(a.reshape(64, 64, 3).astype(numpy.uint8)) for name, a in (("G64", slope), ("GN64", noisy))}
