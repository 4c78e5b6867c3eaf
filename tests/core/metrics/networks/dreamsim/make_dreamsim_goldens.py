#!/usr/bin/env python3
"""Writes dreamsim_goldens.json: what the package dreamsim 0.2.1 computes on a CPU in F32 with small transformers, in the layout of its published archives.

Run by hand with torch 2.11.0, torchvision 0.26.0, peft 0.17.1, timm 1.0.31, open_clip_torch 3.3.0 and Pillow; test_dreamsim reads the file. The package's own
code loads the files, puts peft's adapter on them and measures; only the width (128 instead of 768) and the depth of what torch.hub would download are ours:
DINO is the package's copy of that code, DINOv2 is timm's with positions interpolated as facebookresearch/dinov2 does. Weights are made up from their names.
With a folder as argument, the checkpoints of 768 are written there too, for a check by hand: as torch files, laid out as published, and their distances told.
"""
import functools
import json
import pathlib
import sys
import tempfile

import timm
import torch
from PIL import Image

import dreamsim.model
from dreamsim.feature_extraction import extractor, load_clip_as_dino, load_open_clip_as_dino
from dreamsim.feature_extraction.vision_transformer import VisionTransformer
from peft import LoraConfig, get_peft_model

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[3] / "parity" / "networks")]

from name_seeded import seeded  # noqa: E402
from vector_pictures import pictures  # noqa: E402

RANK, ALPHA, PROJECTION = 4, 6.0, 48
ENSEMBLE = ["dino_vitbase16", "clip_vitb16", "open_clip_vitb16"]
SINGLES = {"dino_vitb16": "dino_vitbase16", "dinov2_vitb14": "dinov2_vitb14", "clip_vitb32": "clip_vitb32", "open_clip_vitb32": "open_clip_vitb32"}
torch.set_num_threads(1)


def seeded_state(prefix, model):
    return {name: seeded(f"{prefix}/{name}", t.shape) for name, t in model.state_dict().items()}


class SmallPackage:
    """The package, with transformers of another width and nothing downloaded."""

    def __init__(self, folder, width, projection, rank, alpha):
        self.folder, self.width, self.projection, self.rank, self.alpha = folder, width, projection, rank, alpha
        load_clip_as_dino.vit_base = load_open_clip_as_dino.vit_base = self.vit
        torch.hub.load = self.from_hub

    def vit(self, patch_size):
        return VisionTransformer(patch_size=patch_size, embed_dim=self.width, depth=12, num_heads=self.width // 64, mlp_ratio=4, qkv_bias=True,
                                 norm_layer=functools.partial(torch.nn.LayerNorm, eps=1e-6))

    def dinov2(self, image_side):
        return timm.create_model("vit_base_patch14_dinov2", img_size=image_side, embed_dim=self.width, num_heads=self.width // 64)

    def from_hub(self, repository, name):
        if name == "dinov2_vitb14":
            state = torch.load(self.folder / "dinov2_vitb14_pretrain.pth")
            state.pop("mask_token")
            whole, square = state["pos_embed"][:, :1], state["pos_embed"][:, 1:].reshape(1, 37, 37, -1).permute(0, 3, 1, 2)
            scale = (16 + 0.1) / 37
            square = torch.nn.functional.interpolate(square, scale_factor=(scale, scale), mode="bicubic")
            state["pos_embed"] = torch.cat([whole, square.permute(0, 2, 3, 1).reshape(1, 256, -1)], dim=1)
            model = self.dinov2(224)
        else:
            state, model = torch.load(self.folder / "checkpoints" / "dino_vitbase16_pretrain.pth"), self.vit(16)
        model.load_state_dict(state)
        return model

    def write_trunk(self, stem):
        if stem == "dinov2_vitb14":
            model = self.dinov2(518)
            torch.save(seeded_state(stem, model) | {"mask_token": torch.zeros(1, self.width)}, self.folder / f"{stem}_pretrain.pth")
        elif stem == "dino_vitbase16":
            (self.folder / "checkpoints").mkdir(exist_ok=True)
            torch.save(seeded_state(stem, self.vit(16)), self.folder / "checkpoints" / f"{stem}_pretrain.pth")
            head = {f"module.head.{name}": torch.zeros(2, 2) for name in
                    ("mlp.0.weight", "mlp.0.bias", "mlp.2.weight", "mlp.2.bias", "mlp.4.weight", "mlp.4.bias", "last_layer.weight")}
            torch.save({"student": head}, self.folder / "dino_vitb16_pretrain.pth")
        else:
            model = self.vit(int(stem[-2:]))
            model.pos_drop = torch.nn.LayerNorm(self.width)
            state = seeded_state(stem, model) | {"proj": seeded(f"{stem}/proj", (self.width, self.projection))}
            torch.save({"state_dict": state}, self.folder / f"{stem}_pretrain.pth.tar")

    def write_adapter(self, kind, folder):
        plain = dreamsim.model.PerceptualModel(**dreamsim.model.dreamsim_args["model_config"][kind], device="cpu", load_dir=str(self.folder))
        model = get_peft_model(plain, LoraConfig(r=self.rank, lora_alpha=self.alpha, lora_dropout=0.3, bias="none", target_modules=["qkv"]))
        for name, parameter in model.named_parameters():
            if "lora_" in name:
                parameter.data = seeded(f"{kind}/{name.replace('.default', '')}", parameter.shape)
        model.save_pretrained(self.folder / folder)


def distances(model, preprocess):
    seen = pictures()
    wide = {name: picture.crop((0, 10, 64, 50)) for name, picture in seen.items()}
    pairs = (("whole", seen["G64"], seen["GN64"]), ("wide", wide["G64"], wide["GN64"]), ("unlike", seen["G64"], wide["GN64"].transpose(Image.ROTATE_90)))
    return {name: float(model(preprocess(a), preprocess(b))) for name, a, b in pairs}


def golden(package, kind, trunks, folder):
    for trunk in trunks:
        package.write_trunk(trunk)
    package.write_adapter(kind, folder)
    model, preprocess = dreamsim.model.dreamsim(pretrained=True, device="cpu", cache_dir=str(package.folder), dreamsim_type=kind)
    without = dreamsim.model.PerceptualModel(**dreamsim.model.dreamsim_args["model_config"][kind], device="cpu", load_dir=str(package.folder), normalize_embeds=True)
    found = distances(model, preprocess)
    bare = distances(without, preprocess)
    assert all(abs(found[name] - bare[name]) > 1e-2 * found[name] for name in found), (kind, found, bare)
    embedding = model.embed(preprocess(pictures()["G64"]))[0]
    names = sorted(n for n, _ in model.named_parameters() if "lora_" in n)
    return {"trunks": trunks, "first_name": names[0].replace(".default", ""), "changes": len(names), "embedding": embedding.tolist(), "distances": found}


def goldens(folder, width, projection, rank, alpha, kinds):
    package = SmallPackage(folder, width, projection, rank, alpha)
    told = {"width": width, "projection": projection, "rank": rank, "alpha": alpha, "models": {}}
    for kind in kinds:
        ensemble = kind == "ensemble"
        told["models"][kind] = golden(package, kind, ENSEMBLE if ensemble else [SINGLES[kind]], "ensemble_lora" if ensemble else f"{kind}_single_lora")
    return told


with torch.no_grad():
    if len(sys.argv) > 1:
        full = goldens(pathlib.Path(sys.argv[1]), 768, 512, 16, 64.0, ["ensemble"])
        print(json.dumps(full["models"]["ensemble"]["distances"]))
    else:
        with tempfile.TemporaryDirectory() as place:
            small = goldens(pathlib.Path(place), 128, PROJECTION, RANK, ALPHA, ["ensemble", *SINGLES])
        (HERE / "dreamsim_goldens.json").write_text(json.dumps(small, indent=1) + "\n")
