#!/usr/bin/env python3
"""Writes parser_goldens.safetensors: what transformers 4.57.3 computes with small SegFormers and their image processor, on a CPU in F32.

Run by hand, with that version, torch 2.11.0 and Pillow; the tests read the file. Names and thinning are those of make_network_goldens.py; "parsed/…" is
the whole way from a picture to the ids of its pixels, for test_parsed_picture.
"""
import json
import pathlib

import numpy
import torch
from PIL import Image
from safetensors.torch import save_file
from transformers import SegformerConfig, SegformerForSemanticSegmentation, SegformerImageProcessor

from tiny_models import normal, seeded

OUT = pathlib.Path(__file__).with_name("parser_goldens.safetensors")
LABELS = ["Background", "Hat", "Hair", "Sunglasses", "Upper-clothes", "Skirt", "Pants", "Dress", "Belt", "Left-shoe", "Right-shoe", "Face", "Left-leg", "Right-leg",
          "Left-arm", "Right-arm", "Bag", "Scarf"]
MODELS = {
    "segformer": dict(hidden_sizes=[8, 16, 20, 32], depths=[1, 2, 1, 1], num_attention_heads=[1, 2, 5, 8], decoder_hidden_size=24, id2label=dict(enumerate(LABELS))),
    "segformer-unusual": dict(hidden_sizes=[12, 16, 24, 24], depths=[2, 1, 1, 2], num_attention_heads=[2, 2, 3, 4], decoder_hidden_size=40, sr_ratios=[4, 2, 1, 1],
                              mlp_ratios=[2, 3, 4, 2], patch_sizes=[5, 3, 3, 3], strides=[4, 2, 2, 1], id2label={i: f"LABEL_{i}" for i in range(47)}),
    # Wide enough for the operators that full-size networks are computed with.
    "segformer-wide": dict(hidden_sizes=[64, 128, 320, 512], depths=[1, 1, 1, 1], num_attention_heads=[1, 2, 5, 8], decoder_hidden_size=96,
                           id2label=dict(enumerate(LABELS))),
}
SIZES = {"square": (64, 64), "wide": (64, 96), "tall": (160, 64), "uneven": (70, 101)}  # height, width
PROCESSORS = {"defaults": {}, "oblong": dict(size={"height": 48, "width": 80}, image_mean=[0.5, 0.4, 0.3], image_std=[0.2, 0.3, 0.4]),
              "nearly-raw": dict(size={"height": 64, "width": 64}, resample=3, do_normalize=False)}
PARSED = {"parsed": ({"height": 64, "width": 96}, ((90, 60), (61, 83), (401, 300), (33, 200)))}  # the network's input, pictures' widths and heights
goldens, settings = {}, {}


def keep(case, **outputs):
    for name, tensor in outputs.items():
        flat = tensor.detach().reshape(-1)
        goldens[f"{case}/{name}"] = flat[:: max(1, flat.numel() // 4096)].clone()


def parser_tensor(name, tensor):
    """A variance is not below nothing; parser_cases.cpp makes the same."""
    if not tensor.is_floating_point():
        return tensor
    made = seeded(name, tensor.shape)
    return 1 + made.abs() if name.endswith("running_var") else made


def model_of(name):
    config = SegformerConfig(**MODELS[name])
    model = SegformerForSemanticSegmentation(config)
    model.load_state_dict({key: parser_tensor(key, tensor) for key, tensor in model.state_dict().items()})
    settings[name] = json.dumps({**{key: value for key, value in config.to_dict().items() if not key.startswith("_")},
                                 "architectures": ["SegformerForSemanticSegmentation"]})
    return model.eval()


def picture(width, height):
    """As in make_network_goldens.py."""
    y, x = numpy.mgrid[0:height, 0:width]
    return numpy.stack([(x * 7 + y * 13) % 256, (x * x + 3 * y) % 256, (x * 31 ^ y * 17) % 256], -1).astype(numpy.uint8)


def networks():
    for index, name in enumerate(MODELS):
        model = model_of(name)
        for case, (height, width) in SIZES.items():
            keep(f"{name}-{case}", logits=model(normal(700 + index, 2, 3, height, width)).logits)


def preprocessed():
    for name, changes in PROCESSORS.items():
        processor = SegformerImageProcessor(**changes)
        settings[f"segformer-preprocess-{name}"] = processor.to_json_string()
        for width, height in ((401, 300), (77, 100), (64, 64)):
            pixels = processor(Image.fromarray(picture(width, height)), return_tensors="pt").pixel_values
            keep(f"preprocess-segformer-{name}", **{f"{width}x{height}": pixels})


def parsed():
    model = model_of("segformer")
    for name, (size, pictures) in PARSED.items():
        processor = SegformerImageProcessor(size=size)
        settings[f"{name}-preprocess"] = processor.to_json_string()
        for width, height in pictures:
            logits = model(**processor(Image.fromarray(picture(width, height)), return_tensors="pt"))
            ids = processor.post_process_semantic_segmentation(logits, target_sizes=[(height, width)])[0]
            goldens[f"{name}/{width}x{height}"] = ids.to(torch.uint8)
            print(name, width, height, "classes:", ids.unique().tolist())


if __name__ == "__main__":
    torch.set_grad_enabled(False)
    torch.set_num_threads(1)
    for part in (networks, preprocessed, parsed):
        part()
    save_file(goldens, OUT, settings)
    print(f"{len(goldens)} tensors, {OUT.stat().st_size} bytes")
