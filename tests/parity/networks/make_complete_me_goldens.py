#!/usr/bin/env python3
"""Writes complete_me_goldens.safetensors: what the plain restatement in complete_me.py computes, in F64, with the cases of complete_me_cases.cpp.

Run by hand, with torch 2.11.0 and diffusers 0.35.2; the tests read the file. Names and thinning are those of make_network_goldens.py.
"""
import json
import pathlib

import torch
from safetensors.torch import save_file

import complete_me
import tiny_models as tiny
from compare_complete_me import MODELS, network
from tiny_models import normal

OUT = pathlib.Path(__file__).with_name("complete_me_goldens.safetensors")

# model, size, references, options
CASES = {
    "drop": ("even", (16, 12), 4, dict()),
    "drop-odd": ("even", (15, 11), 2, dict(blocks="midup", image_scale=0.6)),
    "drop-blended": ("even", (16, 12), 3, dict(blend=0.5, writer_timestep="current")),
    "zero": ("even", (16, 12), 4, dict(mask="zero")),
    "zero-odd": ("even", (15, 11), 3, dict(mask="zero", blocks="midup", blend=0.5)),
    "odd-widths": ("odd widths", (9, 14), 3, dict()),
    "odd-widths-zero": ("odd widths", (9, 14), 3, dict(mask="zero")),
    "two-blocks": ("two blocks, silent top", (8, 10), 2, dict()),
}


def mask_of(k, h, w):
    """complete_me_cases.cpp draws the same."""
    mask = torch.zeros(8 * h, 8 * w)
    if k == 0:
        mask[:4 * h, 4:4 * w] = 0.5
        mask[8:4 * h, 8:4 * w] = 1
    elif k == 1:
        mask[2 * h:, 4 * w:] = 1
    else:
        mask[4 * h:4 * h + 5, 4 * w:4 * w + 5] = 1
    return mask[None, None]


def inputs_of(h, w, count):
    inputs = {"sample": normal(130, 2, 9, h, w), "timestep": torch.tensor(601), "encoder_hidden_states": normal(101, 2, 77, 24),
              "image_tokens": normal(131, 2, 8, 24)}
    for k in range(count):
        inputs[f"reference.{k}.latent"] = normal(140 + k, 1, 4, h, w)
        inputs[f"reference.{k}.encoder_hidden_states"] = normal(150 + k, 1, 7, 24)
        if k < 3:
            inputs[f"reference.{k}.mask"] = mask_of(k, h, w)
    return inputs


if __name__ == "__main__":
    torch.set_grad_enabled(False)
    goldens, settings = {}, {}
    for case, (model, (h, w), count, options) in CASES.items():
        drawing, looking = network(9, "", MODELS[model]), network(4, "reference_unet.", MODELS[model])
        for part, each in (("unet", drawing), ("reference_unet", looking)):
            settings[f"complete-me-{case}/{part}"] = json.dumps({key: value for key, value in dict(each.config).items() if not key.startswith("_")})
        attention = {name: tiny.seeded(name, tuple(shape)) for name, shape in tiny.ip_adapter_layers(drawing).items()}
        sample = complete_me.complete_me_unet(drawing.double(), looking.double(), attention, inputs_of(h, w, count), **options)
        flat = sample.float().reshape(-1)
        goldens[f"complete-me-{case}/sample"] = flat[:: max(1, flat.numel() // 4096)].clone()
    save_file(goldens, OUT, settings)
    print(f"{len(goldens)} tensors, {OUT.stat().st_size} bytes")
