#!/usr/bin/env python3
"""Writes goldens.safetensors: what diffusers 0.35.2 and transformers 4.57.3 compute with the small models of tiny_models.py, on a CPU in F32.

Run by hand, with those versions, torch 2.11.0 and Pillow; the tests read the file. A tensor is named "case/output" and holds at most 4096 numbers of
the output, evenly apart. A model's settings stand in the file's metadata under its name.
"""
import json
import pathlib

import numpy
import tiny_models as tiny
import torch
from PIL import Image
from safetensors.torch import save_file
from tiny_models import normal
from transformers import CLIPImageProcessor

OUT = pathlib.Path(__file__).with_name("goldens.safetensors")
goldens, settings = {}, {}


def keep(case, **outputs):
    for name, tensor in outputs.items():
        flat = tensor.detach().reshape(-1)
        goldens[f"{case}/{name}"] = flat[:: max(1, flat.numel() // 4096)].clone()


def settled(name, model):
    config = model.config if isinstance(model.config, dict) else model.config.to_dict()
    settings[name] = json.dumps({key: value for key, value in dict(config).items() if not key.startswith("_")}, default=str)
    return model


UNUSUAL = {
    "unet-linear": dict(block_out_channels=(16, 48), down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"), up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
                        layers_per_block=1, norm_num_groups=8, cross_attention_dim=40, attention_head_dim=(2, 6), use_linear_projection=True, freq_shift=1,
                        flip_sin_to_cos=False, norm_eps=1e-4),
    "unet-two-blocks": dict(block_out_channels=(20, 40, 60), down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
                            up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"), norm_num_groups=10, cross_attention_dim=32,
                            attention_head_dim=5, transformer_layers_per_block=2),
    "unet-uneven": dict(downsample_padding=0, layers_per_block=(1, 2, 1, 3)),
}


def unets():
    text = normal(101, 2, 77, 24)
    for channels in (4, 9, 8, 12, 13):
        unet = settled(f"unet-{channels}", tiny.unet(channels))
        square, odd = normal(102, 2, channels, 16, 16), normal(103, 2, channels, 15, 11)
        keep(f"unet-{channels}-square", sample=unet(square, 951, text).sample)
        keep(f"unet-{channels}-odd", sample=unet(odd, 0, text).sample)
        keep(f"unet-{channels}-between", sample=unet(square, torch.tensor(946.42105), text).sample)
    for name, changes in UNUSUAL.items():
        unet = settled(name, tiny.unet(5, **changes))
        keep(name, sample=unet(normal(102, 2, 5, 16, 12), torch.tensor([7, 900]), normal(101, 2, 9, unet.config.cross_attention_dim)).sample)


def parts_of_the_unet():
    unet = tiny.unet(4)
    x, time, text = normal(1, 2, 32, 10, 6), normal(2, 2, 128), normal(101, 2, 77, 24)
    keep("time-embedding", out=unet.time_embedding(unet.time_proj(torch.tensor([951.0, 3.5]))))
    keep("residual-block", out=unet.down_blocks[0].resnets[0](x, time))
    keep("residual-block-shortcut", out=unet.down_blocks[1].resnets[0](x, time))
    keep("transformer-block", out=unet.down_blocks[0].attentions[0].transformer_blocks[0](normal(3, 2, 60, 32), encoder_hidden_states=text))
    keep("feed-forward", out=unet.down_blocks[0].attentions[0].transformer_blocks[0].ff(normal(3, 2, 60, 32)))
    keep("downsampler", out=unet.down_blocks[0].downsamplers[0](x))
    keep("upsampler", out=unet.up_blocks[2].upsamplers[0](normal(4, 2, 64, 5, 3), (9, 6)))
    keep("middle-attention", out=tiny.vae().decoder.mid_block.attentions[0](normal(5, 1, 48, 8, 6)))


def autoencoders():
    vae = settled("vae", tiny.vae())
    picture, latent = normal(104, 1, 3, 128, 128).clamp(-1, 1), normal(105, 1, 4, 16, 16)
    moments = vae.encode(picture).latent_dist
    keep("vae-encode", mean=moments.mean, logvar=moments.logvar)
    keep("vae-decode", sample=vae.decode(latent).sample)
    vae.enable_tiling()
    moments = vae.encode(normal(107, 1, 3, 320, 192).clamp(-1, 1)).latent_dist
    keep("vae-encode-tiled", mean=moments.mean, logvar=moments.logvar)
    keep("vae-decode-tiled", sample=vae.decode(normal(106, 1, 4, 40, 24)).sample)
    plain = settled("vae-plain", tiny.vae(block_out_channels=(8, 24), layers_per_block=1, norm_num_groups=8, sample_size=32, latent_channels=6,
                                          down_block_types=("DownEncoderBlock2D",) * 2, up_block_types=("UpDecoderBlock2D",) * 2,
                                          mid_block_add_attention=False, use_quant_conv=False, use_post_quant_conv=False))
    keep("vae-plain-decode", sample=plain.decode(normal(105, 2, 6, 16, 16)).sample)
    taesd = settled("taesd", tiny.taesd())
    keep("taesd-decode", sample=taesd.decode(normal(110, 1, 4, 8, 8)).sample)
    keep("taesd-encode", latents=taesd.encode(normal(111, 1, 3, 64, 64).clamp(-1, 1)).latents)


def clip():
    ids = (7 * torch.arange(77) % 500)[None].repeat(2, 1)
    ids[0, 40] = 511
    for name, changes in {"text": {}, "text-mistaken-end": dict(eos_token_id=2), "text-gelu": dict(hidden_act="gelu")}.items():
        states = settled(name, tiny.clip_text(**changes))(ids, output_hidden_states=True)
        keep(name, last_hidden_state=states.last_hidden_state, pooler_output=states.pooler_output)
    model = tiny.clip_text()
    keep("text-skipping-one", last_hidden_state=model.text_model.final_layer_norm(model(ids, output_hidden_states=True).hidden_states[-2]))
    pixels = normal(108, 2, 3, 56, 56)
    for act in ("gelu", "quick_gelu"):
        states = settled(f"vision-{act}", tiny.clip_vision(act))(pixels, output_hidden_states=True)
        keep(f"vision-{act}", image_embeds=states.image_embeds, penultimate=states.hidden_states[-2], first=states.hidden_states[0])
    latent, nothing = settled("paint-by-example", tiny.paint_by_example())(pixels, return_uncond_vector=True)
    keep("paint-by-example", latent_states=latent, uncond_vector=nothing)


def with_adapter(file, scale):
    unet = tiny.unet(4)
    parts = {part: {name.removeprefix(part + "."): tensor for name, tensor in file.items() if name.startswith(part + ".")} for part in ("image_proj", "ip_adapter")}
    unet._load_ip_adapter_weights([parts], low_cpu_mem_usage=False)
    for processor in unet.attn_processors.values():
        if hasattr(processor, "scale"):
            processor.scale = [scale]
    return unet


def image_prompts():
    sample, text, plain = normal(102, 2, 4, 16, 12), normal(101, 2, 77, 24), tiny.unet(4)
    embeddings, states = normal(112, 2, 2, 32), normal(109, 2, 2, 17, 48)
    masks = [torch.zeros(1, 2, 100, 80)]
    masks[0][0, 0, :60], masks[0][0, 1, 40:, 20:] = 1, 1
    for name, file, seen in (("base", tiny.ip_base(plain), embeddings), ("plus", tiny.ip_plus(plain), states), ("full-face", tiny.ip_full_face(plain), states)):
        unet = with_adapter(file, 0.6)
        keep(f"ip-{name}", tokens=unet.encoder_hid_proj.image_projection_layers[0](seen[:, 0]))
        keep(f"ip-{name}-one-picture", sample=unet(sample, 500, text, added_cond_kwargs={"image_embeds": [seen[:, :1]]}).sample)
        keep(f"ip-{name}-two-pictures", sample=unet(sample, 500, text, added_cond_kwargs={"image_embeds": [seen]}).sample)
        for processor in unet.attn_processors.values():
            if hasattr(processor, "scale"):
                processor.scale = [[0.6, 0.6]]
        keep(f"ip-{name}-masks", sample=unet(sample, 500, text, added_cond_kwargs={"image_embeds": [seen]}, cross_attention_kwargs={"ip_adapter_masks": masks}).sample)
    single = normal(113, 2, 1, 24)
    keep("one-token", sample=plain(sample, 500, single).sample)


def picture(width, height):
    """Every channel a different, unsmooth function of the place; the test draws the same."""
    y, x = numpy.mgrid[0:height, 0:width]
    return numpy.stack([(x * 7 + y * 13) % 256, (x * x + 3 * y) % 256, (x * 31 ^ y * 17) % 256], -1).astype(numpy.uint8)


def pictures():
    for filter_ in (1, 2, 3, 4, 5):
        for width, height in ((64, 40), (23, 51), (300, 7), (1, 1), (90, 60), (37, 200)):
            resized = Image.fromarray(picture(90, 60)).resize((width, height), resample=filter_)
            goldens[f"resize-{filter_}/{width}x{height}"] = torch.from_numpy(numpy.array(resized)).reshape(-1)[:: max(1, width * height * 3 // 4096)].clone()
    processors = {"plain": {}, "small-crop": dict(size={"shortest_edge": 37}, crop_size={"height": 60, "width": 30}), "unkept-shape":
                  dict(size={"height": 50, "width": 70}, do_center_crop=False, resample=1), "unresized": dict(do_resize=False),
                  "unnormalised": dict(resample=2, do_normalize=False), "raw": dict(do_rescale=False)}
    for name, changes in processors.items():
        processor = CLIPImageProcessor(**changes)
        settings[f"preprocess-{name}"] = processor.to_json_string()
        for width, height in ((401, 300), (77, 100), (224, 224)):
            keep(f"preprocess-{name}", **{f"{width}x{height}": torch.from_numpy(numpy.stack(processor(Image.fromarray(picture(width, height)))["pixel_values"]))})


if __name__ == "__main__":
    torch.set_grad_enabled(False)
    for part in (unets, parts_of_the_unet, autoencoders, clip, image_prompts, pictures):
        part()
    save_file(goldens, OUT, settings)
    print(f"{len(goldens)} tensors, {OUT.stat().st_size} bytes")
