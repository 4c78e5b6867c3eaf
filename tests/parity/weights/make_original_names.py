"""Makes original_names.txt: the names of Stable Diffusion 1's original single-file layout, and what diffusers' own converters call the same tensors.

    python make_original_names.py      (diffusers 0.35.2; writes beside itself)

Each tensor is a number of its own; the converters carry it to its new name.
"""
import pathlib

import torch
from diffusers.loaders.single_file_utils import convert_ldm_unet_checkpoint, convert_ldm_vae_checkpoint
from diffusers import AutoencoderKL, UNet2DConditionModel

HERE = pathlib.Path(__file__).parent
BOTH = ("weight", "bias")
ATTENTION = [f"transformer_blocks.0.attn{n}.{part}" for n in (1, 2) for part in ("to_q.weight", "to_k.weight", "to_v.weight", "to_out.0.weight", "to_out.0.bias")]
ATTENTION += [f"transformer_blocks.0.norm{n}.{end}" for n in (1, 2, 3) for end in BOTH]
ATTENTION += [f"transformer_blocks.0.ff.net.{part}.{end}" for part in ("0.proj", "2") for end in BOTH] + [f"{part}.{end}" for part in ("norm", "proj_in", "proj_out") for end in BOTH]


def ends(start, parts):
    return [f"{start}.{part}.{end}" for part in parts for end in BOTH]


def unet_names():
    residual = ("in_layers.0", "in_layers.2", "emb_layers.1", "out_layers.0", "out_layers.3")
    names = ends("time_embed", ("0", "2")) + ends("input_blocks.0", ("0",)) + ends("out", ("0", "2"))
    for block in range(1, 12):
        level, layer = divmod(block - 1, 3)
        if layer == 2:
            names += ends(f"input_blocks.{block}.0", ("op",))
            continue
        names += ends(f"input_blocks.{block}.0", residual + (("skip_connection",) if layer == 0 and level in (1, 2) else ()))
        names += [f"input_blocks.{block}.1.{end}" for end in ATTENTION] if level < 3 else []
    for block in (0, 2):
        names += ends(f"middle_block.{block}", residual)
    names += [f"middle_block.1.{end}" for end in ATTENTION]
    for block in range(12):
        level, layer = divmod(block, 3)
        names += ends(f"output_blocks.{block}.0", residual + ("skip_connection",))
        names += [f"output_blocks.{block}.1.{end}" for end in ATTENTION] if level > 0 else []
        names += ends(f"output_blocks.{block}.{1 if level == 0 else 2}", ("conv",)) if layer == 2 and level < 3 else []
    return ["model.diffusion_model." + name for name in names]


def vae_names():
    residual = ("norm1", "conv1", "norm2", "conv2")
    names = ends("quant_conv", ()) + [f"{conv}.{end}" for conv in ("quant_conv", "post_quant_conv") for end in BOTH]
    for half, layers in (("encoder", 2), ("decoder", 3)):
        names += ends(half, ("conv_in", "norm_out", "conv_out")) + ends(f"{half}.mid.attn_1", ("norm", "q", "k", "v", "proj_out"))
        for block in (1, 2):
            names += ends(f"{half}.mid.block_{block}", residual)
        for level in range(4):
            place = f"{half}.{'down' if half == 'encoder' else 'up'}.{level}"
            for layer in range(layers):
                widens = layer == 0 and (level in (1, 2) if half == "encoder" else level in (0, 1))
                names += ends(f"{place}.block.{layer}", residual + (("nin_shortcut",) if widens else ()))
            if half == "encoder" and level < 3:
                names += ends(f"{place}.downsample", ("conv",))
            if half == "decoder" and level > 0:
                names += ends(f"{place}.upsample", ("conv",))
    return ["first_stage_model." + name for name in names]


def renamed(names, convert, config, component):
    numbered = {name: torch.full((1, 1, 1, 1) if name.endswith("weight") else (1,), float(index)) for index, name in enumerate(names)}
    result = convert(dict(numbered), config)
    back = {int(tensor.flatten()[0]): name for name, tensor in result.items()}
    assert len(back) == len(names), (len(back), len(names))
    return [f"{name} {component}/{back[index]}" for index, name in enumerate(names)]


if __name__ == "__main__":
    unet = UNet2DConditionModel(block_out_channels=(32, 64, 64, 64), cross_attention_dim=8)
    vae = AutoencoderKL(block_out_channels=(32, 32, 32, 32), layers_per_block=2, down_block_types=["DownEncoderBlock2D"] * 4, up_block_types=["UpDecoderBlock2D"] * 4)
    rows = renamed(unet_names(), convert_ldm_unet_checkpoint, dict(unet.config), "unet")
    rows += renamed(vae_names(), convert_ldm_vae_checkpoint, dict(vae.config), "vae")
    (HERE / "original_names.txt").write_text("\n".join(sorted(rows)) + "\n")
