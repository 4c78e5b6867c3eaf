"""Parts2Whole (Fan et al. 2024) restated: its whole run, on a small model with weights made up from their names, in the published layout.

  python parts_to_whole_goldens.py FOLDER     writes, with diffusers 0.35.2 and transformers 4.57.3:
  FOLDER/models/parts                         the model's folder; parts-quirks has a bundle.json with both of the released script's quirks
  FOLDER/photo.png, mask.png, pose.png, reference-*.png, …
  FOLDER/runs/NAME.{json,noise.safetensors,golden.safetensors}
                                              what retailor-cli is to be asked, the random tensors, what came out
and keeps the latents of every step in parts_to_whole/NAME.safetensors, which test_parts_to_whole.cpp reads.

diffusers computes the layers. What makes the system is written out here: what the looking U-Net is told and what is kept of it, what self-attention
reads, the image tokens that cross-attention splits off, the pose, the loop, and the known part of the photo put back after every step.
"""
import json
import pathlib
import sys

import numpy as np
import torch
import torch.nn.functional as F
from diffusers import DDIMScheduler
from PIL import Image
from safetensors.torch import save_file
from transformers import CLIPImageProcessor, CLIPVisionConfig, CLIPVisionModelWithProjection

from inpaint_goldens import here, mask, photo, tiny, tokenizer

SLOTS = 6
LABELS = {"upper-clothes": "upper body clothes", "lower-clothes": "lower body clothes", "whole-body": "whole body clothes", "hair": "hair or headwear",
          "face": "face", "shoes": "shoes"}
BETAS = dict(num_train_timesteps=1000, beta_start=0.00085, beta_end=0.012, beta_schedule="linear", steps_offset=1, clip_sample=False, set_alpha_to_one=False)
QUIRKS = {"bundle": "parts-quirks", "method": "parts-to-whole", "recognised-by": {"channels": 4}, "parts": ["unet", "vae"], "input": ["latent"],
          "references": {"writer": "reference-unet", "mask": "zero", "label": "first", "region-masks": "ignored", "canvas": "stretch"},
          "image-slots": {"file": "decoupled_attn.pth"}, "pose": "pose_guider"}
AFTER_LAST_TAP = ("up_blocks.3.attentions.2.transformer_blocks.0.attn1", "up_blocks.3.attentions.2.transformer_blocks.0.attn2",
                  "up_blocks.3.attentions.2.transformer_blocks.0.ff", "up_blocks.3.attentions.2.transformer_blocks.0.norm2",
                  "up_blocks.3.attentions.2.transformer_blocks.0.norm3", "up_blocks.3.attentions.2.proj_out", "conv_norm_out", "conv_out")


class PoseGuider(torch.nn.Module):
    """A render of the pose, 0..1, brought to the latent's size and the U-Net's width: every second of the middle convolutions halves it."""

    def __init__(self, widths=(4, 6, 8, 12), out=32):
        super().__init__()
        self.conv_in = torch.nn.Conv2d(3, widths[0], 3, padding=1)
        self.blocks = torch.nn.ModuleList()
        for before, after in zip(widths, widths[1:]):
            self.blocks += [torch.nn.Conv2d(before, before, 3, padding=1), torch.nn.Conv2d(before, after, 3, stride=2, padding=1)]
        self.conv_out = torch.nn.Conv2d(widths[-1], out, 3, padding=1)

    def forward(self, picture):
        x = F.silu(self.conv_in(picture))
        for block in self.blocks:
            x = F.silu(block(x))
        return self.conv_out(x)


def heads_apart(x, heads):
    return x.unflatten(2, (heads, -1)).transpose(1, 2)


def looked_up(attn, x, keys, values):
    """What the tokens x [B, L, C] find among keys and values [B, S, C], before the layer's last matrix."""
    found = F.scaled_dot_product_attention(*(heads_apart(part, attn.heads) for part in (attn.to_q(x), keys, values)))
    return found.transpose(1, 2).flatten(2)


class Model:
    def __init__(self):
        self.unet = tiny.unet(4)
        self.looking = tiny.with_seeded_weights(tiny.unet(4), "reference_unet.")
        self.pose_guider = tiny.with_seeded_weights(PoseGuider(), "pose_guider.")
        self.vae = tiny.vae()
        self.text = tiny.clip_text(vocab_size=2148, bos_token_id=2146, eos_token_id=2147, pad_token_id=2147)
        self.tokenizer = tokenizer()
        self.vision = tiny.with_seeded_weights(CLIPVisionModelWithProjection(CLIPVisionConfig(
            hidden_size=48, intermediate_size=96, num_hidden_layers=4, num_attention_heads=4, image_size=56, patch_size=14, projection_dim=24,
            hidden_act="quick_gelu")))
        self.preprocess = CLIPImageProcessor(size={"shortest_edge": 56}, crop_size={"height": 56, "width": 56})
        self.scheduler = DDIMScheduler(**BETAS)
        self.decoupled = {}
        for name, module in self.unet.named_modules():
            if name.endswith("attn2"):
                for part in ("to_k_dc", "to_v_dc"):
                    key = f"{name}.processor.{part}.weight"
                    self.decoupled[key] = tiny.seeded(key, (module.to_q.out_features, 24))

    def save(self, folder):
        self.unet.save_pretrained(folder / "unet")
        self.looking.save_config(folder / "reference_unet")
        save_file({name: tensor for name, tensor in self.looking.state_dict().items() if not name.startswith(AFTER_LAST_TAP)},
                  folder / "reference_unet" / "diffusion_pytorch_model.safetensors")
        (folder / "pose_guider").mkdir(exist_ok=True)
        (folder / "pose_guider" / "config.json").write_text(json.dumps({"_class_name": "PoseGuider"}))
        save_file(self.pose_guider.state_dict(), folder / "pose_guider" / "diffusion_pytorch_model.safetensors")
        save_file(self.decoupled, folder / "decoupled_attn.pth")
        self.vae.save_pretrained(folder / "vae")
        self.text.save_pretrained(folder / "text_encoder")
        self.tokenizer.save_pretrained(folder / "tokenizer")
        self.vision.save_pretrained(folder / "image_encoder")
        self.preprocess.save_pretrained(folder / "feature_extractor")
        self.scheduler.save_pretrained(folder / "scheduler")
        (folder / "model_index.json").write_text(json.dumps({"_class_name": "Refs2ImagePipeline", "unet": ["diffusers", "UNet2DConditionModel"]}))

    def words(self, text):
        ids = self.tokenizer(text, padding="max_length", max_length=77, truncation=True, return_tensors="pt").input_ids
        return self.text(ids).last_hidden_state

    def latent(self, pixels, noise):
        """0.18215 · a sample of the autoencoder's posterior; its mean where there is no noise for it."""
        posterior = self.vae.encode(pixels).latent_dist
        return 0.18215 * (posterior.mean if noise is None else posterior.mean + posterior.std * noise)


def pixels_of(picture):
    return torch.from_numpy(np.array(picture, np.float32)).permute(2, 0, 1)[None] / 127.5 - 1


class Reference:
    def __init__(self, picture, region, coverage):
        self.region = region
        alpha = picture.getchannel("A") if picture.mode == "RGBA" else Image.new("L", picture.size, 255)
        self.picture = Image.composite(picture.convert("RGB"), Image.new("RGB", picture.size, "white"), alpha)
        self.mask = Image.composite(coverage or Image.new("L", picture.size, 255), Image.new("L", picture.size, 0), alpha)

    def stretched(self, size):
        return self.picture.resize(size, Image.BICUBIC), torch.from_numpy(np.array(self.mask.resize(size, Image.BICUBIC), np.float32)) / 255


def dilated(region, tokens):
    """What each of a layer's tokens is multiplied with: the mask at the layer's grid, its 3 × 3 neighbours summed, at most 1."""
    s = 2 ** int(np.ceil(np.log2(region.numel() / tokens) / 2))
    grid = tuple(-(-side // s) for side in region.shape)
    small = F.interpolate(region[None, None], grid, mode="nearest")
    return F.conv2d(small, torch.ones(1, 1, 3, 3), padding=1).clamp(max=1).reshape(1, -1, 1)


def looked_at(model, reference, size, label, noise):
    """By self-attention layer, what the looking U-Net was about to read there: [1, L, C] of its conditional row, after the mask."""
    picture, region = reference.stretched(size)
    latent, seen = model.latent(pixels_of(picture), noise), {}

    class Notes:
        def __init__(self, name):
            self.name = name

        def __call__(self, attn, x, encoder_hidden_states=None, **_):
            if encoder_hidden_states is None:
                seen[self.name] = x[1:] * dilated(region, x.shape[1])
                encoder_hidden_states = x
            return attn.to_out[0](looked_up(attn, x, attn.to_k(encoder_hidden_states), attn.to_v(encoder_hidden_states)))

    model.looking.set_attn_processor({name: Notes(name) for name in model.looking.attn_processors})
    model.looking(torch.cat([latent, latent]), 0, torch.cat([model.words(""), model.words(label)]))
    return seen


class Reads:
    """Self-attention of the drawing U-Net: the last row of the batch reads the references too, one before it does not."""

    def __init__(self, banks):
        self.banks = banks

    def __call__(self, attn, x, **_):
        rows = []
        for row in range(x.shape[0]):
            alone = x[row:row + 1]
            source = torch.cat([alone, *self.banks], 1) if row == x.shape[0] - 1 else alone
            rows.append(looked_up(attn, alone, attn.to_k(source), attn.to_v(source)))
        return attn.to_out[0](torch.cat(rows))


class Splits:
    """Cross-attention: the last tokens of what it looks at are pictures, with keys and values of their own."""

    def __init__(self, to_k, to_v):
        self.to_k, self.to_v = to_k, to_v

    def __call__(self, attn, x, encoder_hidden_states=None, **_):
        words, pictures = encoder_hidden_states[:, :-SLOTS], encoder_hidden_states[:, -SLOTS:]
        found = looked_up(attn, x, attn.to_k(words), attn.to_v(words)) + looked_up(attn, x, F.linear(pictures, self.to_k), F.linear(pictures, self.to_v))
        return attn.to_out[0](found)


def picture_tokens(model, references):
    slots = torch.zeros(1, SLOTS, 24)
    for k, reference in enumerate(references):
        slots[:, k] = model.vision(model.preprocess(reference.picture, return_tensors="pt").pixel_values).image_embeds
    return slots


def run(model, case, folder):
    size = Image.open(folder / case["photo"]).size
    width, height = size
    generator = torch.Generator().manual_seed(3)
    quirks = case.get("quirks", False)
    references = []
    for name, region, coverage in case["references"]:
        references.append(Reference(Image.open(folder / name), region, Image.open(folder / coverage) if coverage and not quirks else None))
    labels = [LABELS[reference.region] for reference in references]
    prompt = case["prompt"]
    if quirks and labels:
        labels, prompt = [labels[0]] * len(labels), labels[0]
    noise = {name: torch.randn(1, 4, height // 8, width // 8, generator=generator)
             for name in ["image_posterior", "init"] + [f"reference_posterior.{k}" for k in range(len(references) if case.get("sampled", True) else 0)]}

    banks = {}
    for k, (reference, label) in enumerate(zip(references, labels)):
        for name, tokens in looked_at(model, reference, size, label, noise.get(f"reference_posterior.{k}")).items():
            banks.setdefault(name, []).append(tokens)
    processors = {}
    for name in model.unet.attn_processors:
        layer = name.removesuffix(".processor")
        processors[name] = Reads(banks.get(name, [])) if layer.endswith("attn1") else Splits(
            *(model.decoupled[f"{name}.{part}.weight"] for part in ("to_k_dc", "to_v_dc")))
    model.unet.set_attn_processor(processors)

    guided = case["guidance"] > 1
    context = torch.cat([model.words(prompt), picture_tokens(model, references)], 1)
    if guided:
        context = torch.cat([torch.cat([model.words(""), torch.zeros(1, SLOTS, 24)], 1), context])
    pose = torch.zeros(1, 32, height // 8, width // 8)
    if case.get("pose"):
        pose = model.pose_guider(pixels_of(Image.open(folder / case["pose"]).convert("RGB")) / 2 + 0.5)
    hook = model.unet.conv_in.register_forward_hook(lambda _, __, made: made + pose)

    whole = model.latent(pixels_of(Image.open(folder / case["photo"])), noise["image_posterior"])
    hole = torch.from_numpy((np.array(Image.open(folder / case["mask"])) >= 128).astype(np.float32))[None, None]
    hole = F.interpolate(hole, (height // 8, width // 8))
    model.scheduler.set_timesteps(case["steps"])
    times, steps = model.scheduler.timesteps, []
    x = noise["init"] * model.scheduler.init_noise_sigma
    for i, t in enumerate(times):
        answer = model.unet(torch.cat([x] * (2 if guided else 1)), t, context).sample
        if guided:
            without, answer = answer.chunk(2)
            answer = without + case["guidance"] * (answer - without)
        x = model.scheduler.step(answer, t, x).prev_sample
        known = whole if i + 1 == len(times) else model.scheduler.add_noise(whole, noise["init"], times[i + 1:i + 2])
        x = (1 - hole) * known + hole * x
        steps.append(x)
    hook.remove()
    image = (model.vae.decode(x / 0.18215).sample[0] / 2 + 0.5).clamp(0, 1)

    runs = folder / "runs"
    runs.mkdir(exist_ok=True)
    (runs / f"{case['name']}.json").write_text(json.dumps(case, indent=1))
    save_file(noise, runs / f"{case['name']}.noise.safetensors")
    save_file({f"latents.{i}": step.contiguous() for i, step in enumerate(steps)} | {"timesteps": times, "image": image.contiguous()},
              runs / f"{case['name']}.golden.safetensors")
    kept = here / "parts_to_whole"
    kept.mkdir(exist_ok=True)
    save_file({"latents": torch.cat(steps).contiguous(), "picture": (image[..., ::4, ::4] * 255).round().to(torch.uint8).contiguous()},
              kept / f"{case['name']}.safetensors")
    print(case["name"], [round(float(step.std()), 4) for step in steps], flush=True)


def cases():
    references = [("reference-0.png", "upper-clothes", "reference-0-mask.png"), ("reference-1.png", "face", None), ("reference-2.png", "shoes", None)]
    base = {"model": "parts", "method": "parts-to-whole", "photo": "photo.png", "mask": "mask.png", "prompt": "a red coat, 2 buttons",
            "references": references, "pose": "pose.png", "steps": 6, "guidance": 3.5}
    yield {**base, "name": "completion"}
    yield {**base, "name": "generation", "photo": "tall.png", "mask": "tall-mask.png", "pose": "tall-pose.png"}
    yield {**base, "name": "without-pose", "pose": None, "references": references[:1], "sampled": False}
    yield {**base, "name": "unguided", "guidance": 1.0, "references": references[1:]}
    yield {**base, "name": "without-references", "references": []}
    yield {**base, "name": "quirks", "model": "parts-quirks", "quirks": True}


def pattern(k, width, height):
    y, x = np.mgrid[0:height, 0:width]
    return np.stack([(3 + k) * x + 5 * y, 2 * x + (4 + k) * y, x * y // 8 + 40 * k], -1).astype(np.int64) % 256


def write_pictures(folder):
    photo(128, 128).save(folder / "photo.png"), mask(128, 128).save(folder / "mask.png")
    photo(96, 160).save(folder / "tall.png"), Image.new("L", (96, 160), 255).save(folder / "tall-mask.png")
    for name, width, height in (("pose.png", 128, 128), ("tall-pose.png", 96, 160)):
        picture = pattern(7, width, height)
        picture[:, :width // 4] = 0
        Image.fromarray(picture.astype(np.uint8)).save(folder / name)
    Image.fromarray(pattern(0, 100, 140).astype(np.uint8)).save(folder / "reference-0.png")
    coverage = np.zeros((140, 100), np.uint8)
    coverage[30:100, 20:70] = 255
    Image.fromarray(coverage).save(folder / "reference-0-mask.png")
    y, x = np.mgrid[0:64, 0:80]
    alpha = np.where((x - 40) ** 2 + (y - 32) ** 2 < 30 ** 2, 255, 0)
    Image.fromarray(np.concatenate([pattern(1, 80, 64), alpha[..., None]], -1).astype(np.uint8), "RGBA").save(folder / "reference-1.png")
    Image.fromarray(pattern(2, 128, 96).astype(np.uint8)).save(folder / "reference-2.png")


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_grad_enabled(False)
    torch.set_num_threads(1)
    write_pictures(folder)
    model = Model()
    for name in ("parts", "parts-quirks"):
        model.save(folder / "models" / name)
    (folder / "models" / "parts-quirks" / "bundle.json").write_text(json.dumps(QUIRKS))
    for case in cases():
        run(model, case, folder)


if __name__ == "__main__":
    main()
