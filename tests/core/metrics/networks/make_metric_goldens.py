#!/usr/bin/env python3
"""Writes metric_goldens.json: what transformers 4.57.3 computes with a small DINO (ViTModel) and a small CLIP (CLIPModel) on a CPU in F32.

Run by hand with torch 2.11.0 and Pillow; test_metric_networks reads the file. Weights are made up from their names;
the words come from tests/parity/tokenizer/small_vocabulary; the pictures are G64 and GN64 of ../metric_vectors.json.
The heads in lpips-0.1.4 are those of the lpips package of that version, untouched, with its licence.
"""
import json
import pathlib
import sys

import torch
from transformers import CLIPConfig, CLIPImageProcessor, CLIPModel, CLIPTokenizerFast, ViTConfig, ViTModel

HERE = pathlib.Path(__file__).parent
VOCABULARY = HERE.parents[2] / "parity" / "tokenizer" / "small_vocabulary"
sys.path.insert(0, str(HERE.parents[2] / "parity" / "networks"))

from name_seeded import with_seeded_weights  # noqa: E402
from vector_pictures import pictures  # noqa: E402

PROMPT = "A red leather coat, detailed photo"
torch.set_num_threads(1)


def dino():
    config = dict(hidden_size=32, intermediate_size=64, num_hidden_layers=3, num_attention_heads=4, image_size=32, patch_size=8, hidden_act="gelu", layer_norm_eps=1e-6)
    model = with_seeded_weights(ViTModel(ViTConfig(**config), add_pooling_layer=False))
    pixels = torch.randn((2, 3, 32, 32), generator=torch.Generator().manual_seed(300))
    return {"config": config, "embedding": model(pixels).last_hidden_state[:, 0].tolist()}


def clip():
    tokenizer = CLIPTokenizerFast.from_pretrained(VOCABULARY)
    text = dict(vocab_size=len(tokenizer), hidden_size=24, intermediate_size=48, num_hidden_layers=2, num_attention_heads=4, hidden_act="quick_gelu",
                eos_token_id=tokenizer.eos_token_id, bos_token_id=tokenizer.bos_token_id)
    vision = dict(hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=4, image_size=32, patch_size=8, hidden_act="quick_gelu")
    config = dict(text_config=text, vision_config=vision, projection_dim=16)
    model = with_seeded_weights(CLIPModel(CLIPConfig(**config)))
    shapes = {name: list(t.shape) for name, t in model.state_dict().items() if t.is_floating_point()}
    processor = CLIPImageProcessor(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32})
    ids = tokenizer([PROMPT], padding="max_length", max_length=77, truncation=True, return_tensors="pt").input_ids
    words = model.get_text_features(input_ids=ids)[0]
    seen = model.get_image_features(pixel_values=processor(list(pictures().values()), return_tensors="pt").pixel_values)
    unit = torch.nn.functional.normalize(torch.cat([seen, words[None]]), dim=-1)
    return {"config": config, "shapes": shapes, "prompt": PROMPT, "image_embeds": seen.tolist(), "text_embeds": words.tolist(),
            "clip-i": float(unit[0] @ unit[1]), "clip-t": float(unit[1] @ unit[2])}


with torch.no_grad():
    (HERE / "metric_goldens.json").write_text(json.dumps({"dino": dino(), "clip": clip()}, indent=1) + "\n")
