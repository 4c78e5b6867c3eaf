"""Prints COCO's text of the mask in test_read_rle_json.cpp, as pycocotools 2.0 writes it: python make_run_lengths.py"""
import numpy as np
from pycocotools import mask

picture = np.zeros((7, 9), np.uint8)
picture[1:5, 2:4] = 1
picture[3, 6:9] = 1
picture[0, 0] = 1
print(mask.encode(np.asfortranarray(picture))["counts"].decode())
