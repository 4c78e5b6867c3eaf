"""Whole runs of CatVTON (Chong et al. 2024), restated on diffusers' modules with weights made up from their names.

  python catvton_goldens.py     writes peers/garment*.safetensors: the latents after every step and the picture's every fourth pixel
The random tensors are drawn in the order of test_peer_goldens.cpp, which runs the product on the same model and compares.
"""
import numpy as np
import torch
from diffusers import DDIMScheduler
from PIL import Image
from safetensors.torch import save_file

from inpaint_goldens import SD15, here, mask, photo, tiny

ATTENTION = ("to_q.weight", "to_k.weight", "to_v.weight", "to_out.0.weight", "to_out.0.bias")


class PassedOver:
    """Cross-attention that hands back what it was asked with; its block still adds it."""

    def __call__(self, attn, hidden_states, encoder_hidden_states=None, attention_mask=None, temb=None):
        return hidden_states


def garment_unet():
    """An inpainting U-Net with the published list's self-attention: numbers that ascend down, up, middle, eight apart."""
    unet = tiny.unet(9)
    layers = [module for name, module in unet.named_modules() if name.endswith("attn1")]
    for number, layer in enumerate(layers):
        own = layer.state_dict()
        layer.load_state_dict({name: tiny.seeded(f"{8 * number}.{name}", own[name].shape) for name in ATTENTION})
    for name, module in unet.named_modules():
        if name.endswith("attn2"):
            module.set_processor(PassedOver())
    return unet


def padded(picture, size):
    """As large as it fits into the middle of a white canvas."""
    scale_by_height = picture.width * size[1] < size[0] * picture.height
    fitted = (picture.width * size[1] // picture.height, size[1]) if scale_by_height else (size[0], picture.height * size[0] // picture.width)
    canvas = Image.new("RGB", size, "white")
    canvas.paste(picture.resize(fitted, Image.LANCZOS), ((size[0] - fitted[0]) // 2, (size[1] - fitted[1]) // 2))
    return canvas


def tensor(picture):
    return torch.from_numpy(np.array(picture)).permute(2, 0, 1)[None].float() / 255 * 2 - 1


def encoded(vae, picture, normals):
    posterior = vae.encode(picture).latent_dist
    return (posterior.mean + posterior.std * normals) * vae.config.scaling_factor


def run(unet, vae, size, garment, steps, guidance):
    width, height = size
    generator = torch.Generator().manual_seed(3)
    normals = lambda rows: torch.randn((1, 4, rows, width // 8), generator=generator)  # noqa: E731
    init, of_person, of_garment = normals(2 * height // 8), normals(height // 8), normals(height // 8)
    hole = (torch.from_numpy(np.array(mask(width, height)))[None, None].float() / 255 >= 0.5).float()
    person = encoded(vae, tensor(photo(width, height)) * (hole < 0.5), of_person)
    below = encoded(vae, tensor(padded(garment, size)), of_garment)
    small = torch.nn.functional.interpolate(hole, size=person.shape[-2:], mode="nearest")
    small = torch.cat([small, torch.zeros_like(small)], 2)
    shown, hidden = torch.cat([person, below], 2), torch.cat([person, torch.zeros_like(below)], 2)
    scheduler = DDIMScheduler(**{key: value for key, value in SD15.items() if key != "skip_prk_steps"}, clip_sample=False)
    scheduler.set_timesteps(steps)
    golden, x = {}, init * scheduler.init_noise_sigma
    for i, t in enumerate(scheduler.timesteps):
        halves = [torch.cat([x, small, masked], 1) for masked in (hidden, shown)]
        if guidance > 1:
            without, with_it = unet(torch.cat(halves), t, encoder_hidden_states=None).sample.chunk(2)
            answer = without + guidance * (with_it - without)
        else:
            answer = unet(halves[1], t, encoder_hidden_states=None).sample
        x = scheduler.step(answer, t, x, eta=1.0, variance_noise=normals(2 * height // 8)).prev_sample
        golden[f"latents.{i}"] = x.contiguous()
    picture = (vae.decode(x[:, :, :height // 8] / vae.config.scaling_factor).sample / 2 + 0.5).clamp(0, 1)
    golden["picture"] = (picture[0, :, ::4, ::4] * 255).round().to(torch.uint8).contiguous()
    return golden


def main():
    torch.set_grad_enabled(False)
    torch.set_num_threads(1)
    unet, vae = garment_unet(), tiny.vae()
    for name, size, garment, guidance in (("garment", (128, 128), photo(90, 60), 2.5), ("garment-tall", (96, 128), photo(50, 90), 2.5),
                                          ("garment-unguided", (128, 128), photo(128, 128), 1.0)):
        golden = run(unet, vae, size, garment, 6, guidance)
        save_file(golden, here / "peers" / f"{name}.safetensors")
        print(name, {key: round(float(z.float().std()), 4) for key, z in golden.items()}, flush=True)


if __name__ == "__main__":
    main()
