"""Whole runs of MimicBrush (Chen et al. 2024), restated on diffusers' and transformers' modules with weights made up from their names.

  python mimicbrush_goldens.py [FILE]     writes peers/imitation*.safetensors: the latents after every step and the picture's every fourth pixel;
                                          FILE, where named, gets the weights as they are published: one torch file of dictionaries
The random tensors are drawn in the order of test_peer_goldens.cpp, which runs the product on the same model and compares.
"""
import sys

import numpy as np
import torch
import torch.nn.functional as F
from diffusers import DDIMScheduler
from safetensors.torch import save_file
from torch import nn
from transformers import CLIPImageProcessor

from catvton_goldens import encoded, padded, tensor
from inpaint_goldens import SD15, here, mask, photo, tiny

SIDE = 128
STEPS = 6


class DepthGuider(nn.Module):
    """3×3 convolutions, SiLU behind each but the last; every second of the middle ones halves."""

    def __init__(self, widths=(8, 12, 16, 20)):
        super().__init__()
        self.conv_in = nn.Conv2d(1, widths[0], 3, padding=1)
        self.blocks = nn.ModuleList()
        for width, wider in zip(widths, widths[1:]):
            self.blocks += [nn.Conv2d(width, width, 3, padding=1), nn.Conv2d(width, wider, 3, padding=1, stride=2)]
        self.conv_out = nn.Conv2d(widths[-1], 4, 3, padding=1)

    def forward(self, depth):
        x = F.silu(self.conv_in(F.interpolate(depth, size=(SIDE, SIDE), mode="bilinear", align_corners=True)))
        for block in self.blocks:
            x = F.silu(block(x))
        return self.conv_out(x)


def components():
    projector = nn.Module()
    projector.projector = nn.Linear(48, 24)
    parts = {"unet": tiny.unet(13), "referencenet": tiny.unet(4), "image_encoder": tiny.clip_vision("gelu"), "image_proj": projector, "depth_guider": DepthGuider()}
    return {name: tiny.with_seeded_weights(part, name + ".") for name, part in parts.items()}


def blocks_of(unet):
    """The transformer blocks of the middle and the way up, the widest first, those of a width as they are listed."""
    listed = [module for part in (unet.mid_block, unet.up_blocks) for module in part.modules() if type(module).__name__ == "BasicTransformerBlock"]
    return sorted(listed, key=lambda block: -block.norm1.normalized_shape[0])


class Reader:
    """Self-attention that looks at a bank of reference tokens in the conditional rows: half of it joined, half alone."""

    def __init__(self, banks, index, guided):
        self.banks, self.index, self.guided = banks, index, guided

    def attend(self, attn, asking, answering):
        heads = lambda z: z.unflatten(-1, (attn.heads, -1)).transpose(1, 2)  # noqa: E731
        q, k, v = heads(attn.to_q(asking)), heads(attn.to_k(answering)), heads(attn.to_v(answering))
        weights = torch.softmax(q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5, -1)
        return attn.to_out[0]((weights @ v).transpose(1, 2).flatten(2))

    def __call__(self, attn, hidden_states, encoder_hidden_states=None, attention_mask=None, temb=None):
        alone = self.attend(attn, hidden_states, hidden_states)
        joined = self.attend(attn, hidden_states, torch.cat([hidden_states, self.banks[self.index]], 1))
        mixed = 0.5 * joined + 0.5 * alone
        return torch.cat([alone[:1], mixed[1:]]) if self.guided else mixed


def contexts(parts, picture, guided):
    pixels = CLIPImageProcessor(size={"shortest_edge": 56}, crop_size={"height": 56, "width": 56})(picture, return_tensors="pt").pixel_values
    states = lambda z: parts["image_proj"].projector(parts["image_encoder"](z, output_hidden_states=True).hidden_states[-2])  # noqa: E731
    return torch.cat([states(torch.zeros_like(pixels)), states(pixels)]) if guided else states(pixels)


def run(parts, vae, reference, depth, guidance):
    generator = torch.Generator().manual_seed(3)
    small = (1, 4, SIDE // 8, SIDE // 8)
    of_reference, init, of_masked = (torch.randn(small, generator=generator) for _ in range(3))
    guided, square = guidance > 1, padded(reference, (SIDE, SIDE))
    hole = (torch.from_numpy(np.array(mask(SIDE, SIDE)))[None, None] >= 128).float()
    masked = encoded(vae, torch.where(hole > 0.5, -1.0, tensor(photo(SIDE, SIDE))), of_masked)
    channels = torch.cat([F.interpolate(hole, size=small[2:], mode="nearest"), masked, parts["depth_guider"](depth)], 1)
    clean, context = encoded(vae, tensor(square), of_reference), contexts(parts, square, guided)
    rows, banks = context.shape[0], {}
    for i, block in enumerate(blocks_of(parts["referencenet"])):
        block.norm1.register_forward_hook(lambda _, __, made, i=i: banks.__setitem__(i, made))
    for i, block in enumerate(blocks_of(parts["unet"])):
        block.attn1.set_processor(Reader(banks, i, guided))
    scheduler = DDIMScheduler(**{key: value for key, value in SD15.items() if key != "skip_prk_steps"}, clip_sample=False)
    scheduler.set_timesteps(STEPS)
    golden, x = {}, init * scheduler.init_noise_sigma
    for i, t in enumerate(scheduler.timesteps):
        parts["referencenet"](clean.repeat(rows, 1, 1, 1), t, encoder_hidden_states=context)
        answer = parts["unet"](torch.cat([x, channels], 1).repeat(rows, 1, 1, 1), t, encoder_hidden_states=context).sample
        if guided:
            without, with_it = answer.chunk(2)
            answer = without + guidance * (with_it - without)
        x = scheduler.step(answer, t, x).prev_sample
        golden[f"latents.{i}"] = x.contiguous()
    picture = (vae.decode(x / vae.config.scaling_factor).sample / 2 + 0.5).clamp(0, 1)
    golden["picture"] = (picture[0, :, ::4, ::4] * 255).round().to(torch.uint8).contiguous()
    return golden


def main():
    torch.set_grad_enabled(False)
    torch.set_num_threads(1)
    vae, nothing, slope = tiny.vae(), torch.zeros(1, 1, 37, 37), tiny.seeded("depth", (10, 14))[None, None]
    if len(sys.argv) > 1:
        torch.save({name: dict(part.state_dict()) for name, part in components().items()}, sys.argv[1])
    for name, reference, depth, guidance in (("imitation", photo(90, 60), nothing, 5.0), ("imitation-depth", photo(50, 90), slope, 5.0),
                                             ("imitation-unguided", photo(128, 128), nothing, 1.0)):
        golden = run(components(), vae, reference, depth, guidance)
        save_file(golden, here / "peers" / f"{name}.safetensors")
        print(name, {key: round(float(z.float().std()), 4) for key, z in golden.items()}, flush=True)


if __name__ == "__main__":
    main()
