#!/usr/bin/env python3
"""Holds `parity_probe complete-me-unet` against the plain restatement in complete_me.py, which computes in F64, on made-up models and references.

    compare_complete_me.py PARITY_PROBE [--seed N]

Prints the largest difference of every case relative to the spread of the reference, and fails above 2e-5. Needs torch 2.11.0 and diffusers 0.35.2.
"""
import argparse
import itertools
import pathlib
import random
import subprocess
import sys
import tempfile

import torch
from diffusers import UNet2DConditionModel
from safetensors.torch import load_file, save_file

import complete_me
import tiny_models as tiny

MODELS = {
    "even": dict(block_out_channels=(32, 64, 96, 96), attention_head_dim=4),
    "odd widths": dict(block_out_channels=(20, 60, 100, 40), norm_num_groups=5, attention_head_dim=5, layers_per_block=1),
    "wide heads": dict(block_out_channels=(32, 96, 64, 128), attention_head_dim=(1, 2, 4, 8), norm_num_groups=16),
    "two blocks, silent top": dict(block_out_channels=(24, 48, 72), transformer_layers_per_block=2, norm_num_groups=12, attention_head_dim=6,
                                   down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
                                   up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D")),
    "middle only": dict(block_out_channels=(16, 32), norm_num_groups=8, attention_head_dim=2, down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
                        up_block_types=("UpBlock2D", "UpBlock2D")),
}
SIZES = ((16, 16), (24, 16), (15, 11), (9, 21), (10, 9), (12, 20))
OPTIONS = list(itertools.product(("drop", "zero"), ("full", "midup"), (1.0, 0.5)))


def network(channels, prefix, changes):
    config = dict(in_channels=channels, out_channels=4, sample_size=16, layers_per_block=2, norm_num_groups=16, cross_attention_dim=24)
    return tiny.with_seeded_weights(UNet2DConditionModel(**{**config, **changes}), prefix)


def needed_of(looking):
    """The tensors of a Reference U-Net as it is published: without what lies behind the last norm1 to run."""
    state = dict(looking.state_dict())
    ups = [name for name in looking.attn_processors if name.startswith("up_blocks") and "attn1" in name]
    last = (ups or [name for name in looking.attn_processors if "mid_block" in name and "attn1" in name])[-1].removesuffix(".attn1.processor")
    block, transformer = last.split(".attentions.")[0], last.split(".transformer_blocks.")[0]
    dead = [f"{last}.attn", f"{last}.norm2", f"{last}.norm3", f"{last}.ff", f"{transformer}.proj_out", "conv_norm_out", "conv_out", f"{block}.upsamplers"]
    later = [f"up_blocks.{i}." for i in range(len(looking.up_blocks)) if not ups or i > int(block.split(".")[1])]
    if not ups:
        later.append("mid_block.resnets.1.")
    return {name: tensor for name, tensor in state.items() if not name.startswith(tuple(dead + later))}


def write_model(folder, drawing, looking, whole):
    for name, model, state in (("unet", drawing, drawing.state_dict()), ("reference_unet", looking, looking.state_dict() if whole else needed_of(looking))):
        (folder / name).mkdir(parents=True)
        model.save_config(folder / name)
        save_file({key: tensor.contiguous() for key, tensor in state.items()}, folder / name / "diffusion_pytorch_model.safetensors")
    attention = {name: tiny.seeded(name, tuple(shape)) for name, shape in tiny.ip_adapter_layers(drawing).items()}
    save_file(attention, folder / "image_attention.safetensors")
    return attention


def region(random_, h, w, kind):
    """A mask [1, 1, 8h, 8w]: a block with a soft rim, some specks, a tiny corner, or noise."""
    mask = torch.zeros(8 * h, 8 * w)
    if kind == "block":
        y, x = random_.randrange(4 * h), random_.randrange(4 * w)
        mask[y:y + 4 * h, x:x + 4 * w] = 0.4
        mask[y + 3:y + 4 * h - 3, x + 3:x + 4 * w - 3] = 1
    elif kind == "tiny":
        y, x = random_.randrange(8 * h - 5), random_.randrange(8 * w - 5)
        mask[y:y + 5, x:x + 5] = 1
    elif kind == "noise":
        mask = torch.rand(8 * h, 8 * w, generator=torch.Generator().manual_seed(random_.randrange(1 << 30))) ** 2
    return mask[None, None]


def inputs_of(random_, size, count, batch, pictures):
    h, w = size
    made = iter(range(random_.randrange(1 << 20), 1 << 30))
    inputs = {"sample": tiny.normal(next(made), batch, 9, h, w), "timestep": torch.tensor(random_.randrange(1000)),
              "encoder_hidden_states": tiny.normal(next(made), batch, 13, 24)}
    if pictures:
        inputs["image_tokens"] = tiny.normal(next(made), batch, 4 * max(1, count), 24)
    for k in range(count):
        inputs[f"reference.{k}.latent"] = tiny.normal(next(made), 1, 4, h, w)
        inputs[f"reference.{k}.encoder_hidden_states"] = tiny.normal(next(made), 1, 7 + k, 24)
        kind = random_.choice(("block", "block", "tiny", "noise", "all"))
        if kind != "all":
            inputs[f"reference.{k}.mask"] = region(random_, h, w, kind)
    return inputs


def difference(probe, folder, models, inputs, options):
    drawing, looking, attention = models
    save_file(inputs, folder / "in.safetensors")
    words = [word for key, value in options.items() for word in ("--option", f"{key}={value}")]
    subprocess.run([probe, "complete-me-unet", "--folder", folder, "--in", folder / "in.safetensors", "--out", folder / "out.safetensors", *words], check=True)
    named = {key.replace("-", "_"): value for key, value in options.items()}
    expected = complete_me.complete_me_unet(drawing, looking, attention, inputs, **named)
    return ((load_file(folder / "out.safetensors")["sample"] - expected).abs().max() / expected.std()).item()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("probe", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_grad_enabled(False)
    random_, worst = random.Random(arguments.seed), 0
    for index, (name, changes) in enumerate(MODELS.items()):
        drawing, looking = network(9, "", changes).double(), network(4, "reference_unet.", changes).double()
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            attention = write_model(folder, drawing.float(), looking.float(), whole=index == 0)
            models = (drawing.double(), looking.double(), attention)
            for i, (mask, blocks, blend) in enumerate(OPTIONS):
                size, count, batch, pictures = SIZES[(i + index) % len(SIZES)], (i + index) % 5, 1 + i % 2, i % 3 != 2
                options = {"mask": mask, "blocks": blocks, "blend": blend, "image-scale": (1.0, 0.6)[i // 2 % 2], "writer-timestep": ("zero", "current")[i // 3 % 2]}
                apart = difference(arguments.probe, folder, models, inputs_of(random_, size, count, batch, pictures), options)
                worst = max(worst, apart)
                print(f"{name:24} {size[0]:3}x{size[1]:<3} batch {batch} references {count} image tokens {'yes' if pictures else 'no ':3} {options}  {apart:.1e}", flush=True)
    print(f"largest difference {worst:.1e}")
    sys.exit(worst > 2e-5)


if __name__ == "__main__":
    main()
