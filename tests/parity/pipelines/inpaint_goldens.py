"""Whole runs of the reference's inpainting pipeline on small models with weights made up from their names.

  python inpaint_goldens.py FOLDER     writes, with diffusers 0.35.2 and transformers 4.57.3:
  FOLDER/models/{nine,four,...}        pipeline folders as diffusers saves them
  FOLDER/photo.png, mask.png, picture-*.png, lora-*.safetensors
  FOLDER/runs/NAME.{json,noise.safetensors,golden.safetensors}
                                       the command line's options, the random tensors, what came out
compare_inpaint.py runs retailor-cli on all of it. test_inpaint_goldens.cpp uses the few runs that are kept beside it.
"""
import json
import pathlib
import shutil
import sys

import numpy as np
import torch
from diffusers import (AutoencoderTiny, DDIMScheduler, DDPMScheduler, DPMSolverMultistepScheduler, EulerAncestralDiscreteScheduler, EulerDiscreteScheduler,
                       LCMScheduler, PNDMScheduler, StableDiffusionInpaintPipeline, UniPCMultistepScheduler)
from PIL import Image
from safetensors.torch import load_file, save_file
from transformers import CLIPImageProcessor, CLIPTokenizer

here = pathlib.Path(__file__).parent
sys.path.insert(0, str(here.parent / "networks"))
import tiny_models as tiny  # noqa: E402

SCHEDULERS = {"ddim": (DDIMScheduler, {}), "ddpm": (DDPMScheduler, {}), "pndm": (PNDMScheduler, {}), "euler": (EulerDiscreteScheduler, {}),
              "euler-a": (EulerAncestralDiscreteScheduler, {}), "dpmpp-2m": (DPMSolverMultistepScheduler, {}),
              "dpmpp-2m-karras": (DPMSolverMultistepScheduler, {"use_karras_sigmas": True}), "unipc": (UniPCMultistepScheduler, {}), "lcm": (LCMScheduler, {})}
SD15 = dict(num_train_timesteps=1000, beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1, set_alpha_to_one=False,
            skip_prk_steps=True)


def tokenizer():
    return CLIPTokenizer.from_pretrained(here.parent / "tokenizer" / "small_vocabulary")


def pipeline(channels, scheduler=None, unet_changes=None):
    unet = tiny.unet(channels, **(unet_changes or {}))
    return StableDiffusionInpaintPipeline(
        vae=tiny.vae(), text_encoder=tiny.clip_text(vocab_size=2148, bos_token_id=2146, eos_token_id=2147, pad_token_id=2147), tokenizer=tokenizer(), unet=unet,
        scheduler=scheduler or PNDMScheduler(**SD15), safety_checker=None, feature_extractor=None, requires_safety_checker=False)


def photo(width, height):
    y, x = np.mgrid[0:height, 0:width]
    return Image.fromarray(np.stack([2 * x % 256, 2 * y % 256, (x + y) % 256], -1).astype(np.uint8))


def mask(width, height):
    pixels = np.zeros((height, width), np.uint8)
    pixels[height * 40 // 128:height * 90 // 128, width * 30 // 128:width * 100 // 128] = 255
    return Image.fromarray(pixels)


class Draws:
    """The random tensors of a run, drawn in the pipeline's order from one generator and kept under the command line's names."""

    def __init__(self, seed, names):
        self.generator = torch.Generator().manual_seed(seed)
        self.names = list(names)
        self.kept = {}
        self.steps = 0

    def __call__(self, shape, generator=None, device=None, dtype=None, layout=None):
        z = torch.randn(shape, generator=self.generator)
        name = self.names.pop(0) if self.names else None
        if name is None:
            name = f"step.{self.steps}"
            self.steps += 1
        self.kept[name] = z
        return z


def run(pipe, case, folder):
    import diffusers.models.autoencoders.vae as vae_module
    import diffusers.pipelines.stable_diffusion.pipeline_stable_diffusion_inpaint as pipeline_module
    import diffusers.schedulers as schedulers
    four, part = pipe.unet.config.in_channels == 4, case.get("strength", 1.0) < 1
    draws = Draws(3, (["image_posterior"] if four or part else []) + ["init", "masked_image_posterior"])
    patched = [vae_module, pipeline_module] + [getattr(schedulers, name) for name in dir(schedulers) if name.startswith("scheduling_")]
    old = [(module, module.randn_tensor) for module in patched if hasattr(module, "randn_tensor")]
    for module, _ in old:
        module.randn_tensor = draws
    cls, forced = SCHEDULERS[case["scheduler"]] if case.get("scheduler") else (type(pipe.scheduler), {})
    own = pipe.scheduler
    pipe.scheduler = cls.from_config(own.config, **forced)
    golden = {}

    def keep(_, i, t, values):
        golden[f"latents.{i}"] = values["latents"].clone().contiguous()
        golden["timesteps"] = torch.cat([golden["timesteps"], t.reshape(1)]) if "timesteps" in golden else t.reshape(1)
        return {}

    size = case.get("size", [128, 128])
    extra = {}
    if case.get("pictures"):
        pictures = [Image.open(folder / name).convert("RGB") for name in case["pictures"]]
        extra["ip_adapter_image"] = [pictures] if len(pictures) > 1 else pictures[0]
        pipe.set_ip_adapter_scale(case.get("reference_scale", 1.0))
    for number, (name, _) in enumerate(case.get("loras", [])):
        pipe.load_lora_weights(folder, weight_name=name, adapter_name=f"lora-{number}")
    if case.get("loras"):
        pipe.set_adapters([f"lora-{number}" for number in range(len(case["loras"]))], [scale for _, scale in case["loras"]])
    made = pipe(case["prompt"], image=Image.open(folder / case["photo"]), mask_image=Image.open(folder / case["mask"]), width=size[0], height=size[1],
                strength=case.get("strength", 1.0), num_inference_steps=case["steps"], guidance_scale=case["guidance"], negative_prompt=case.get("negative"),
                num_images_per_prompt=case.get("variations", 1), generator=torch.Generator().manual_seed(3), output_type="pt", callback_on_step_end=keep,
                **extra)
    if case.get("loras"):
        pipe.unload_lora_weights()
    pipe.scheduler = own
    for module, original in old:
        module.randn_tensor = original
    golden["image"] = made.images.contiguous() if case.get("variations", 1) > 1 else made.images[0].contiguous()
    out = folder / "runs"
    out.mkdir(exist_ok=True)
    (out / f"{case['name']}.json").write_text(json.dumps(case, indent=1))
    save_file({name: z.contiguous() for name, z in draws.kept.items()}, out / f"{case['name']}.noise.safetensors")
    save_file(golden, out / f"{case['name']}.golden.safetensors")
    print(case["name"], {k: round(float(v.std()), 4) for k, v in golden.items() if k == "image" or k.startswith("latents")}, flush=True)


def base(name, model, **changes):
    return {"name": name, "model": model, "photo": "photo.png", "mask": "mask.png", "prompt": "a red coat, 2 buttons", "steps": 6, "guidance": 5.0, **changes}


def cases():
    for model in ("nine", "four"):
        for scheduler in SCHEDULERS:
            yield base(f"{model}-{scheduler}", model, scheduler=scheduler, guidance=1.5 if scheduler == "lcm" else 5.0)
        yield base(f"{model}-own", model)
        for strength in (0.3, 0.6):
            yield base(f"{model}-strength-{strength}", model, scheduler="ddim", strength=strength, steps=10)
            yield base(f"{model}-euler-strength-{strength}", model, scheduler="euler", strength=strength, steps=10)
            yield base(f"{model}-dpmpp-strength-{strength}", model, scheduler="dpmpp-2m", strength=strength, steps=10)
            yield base(f"{model}-pndm-strength-{strength}", model, scheduler="pndm", strength=strength, steps=10)
        yield base(f"{model}-negative", model, scheduler="ddim", negative="blurry, dark")
        yield base(f"{model}-unguided", model, scheduler="ddim", guidance=1.0)
        yield base(f"{model}-two", model, scheduler="ddpm", variations=2)
        yield base(f"{model}-wide", model, scheduler="ddim", size=[136, 88], photo="wide.png", mask="wide-mask.png")
        yield base(f"{model}-resized", model, scheduler="ddim", size=[128, 128], photo="wide.png", mask="wide-mask.png")
        yield base(f"{model}-lora", model, scheduler="ddim", loras=[["lora-peft.safetensors", 1.0]])
        yield base(f"{model}-loras", model, scheduler="ddim", loras=[["lora-kohya.safetensors", 0.75], ["lora-peft.safetensors", -0.4]])
        yield base(f"{model}-20", model, scheduler="dpmpp-2m", steps=20, guidance=3.0)
    yield base("distilled", "distilled", scheduler="lcm", steps=4, guidance=3.0)
    yield base("v-prediction", "velocity", steps=6)
    yield base("own-euler", "euler-own", steps=6)
    yield base("own-sde", "sde-own", steps=6)


def picture_cases():
    for kind in ("base", "plus"):
        yield base(f"picture-{kind}", f"picture-{kind}", scheduler="ddim", pictures=["picture-0.png"])
        yield base(f"picture-{kind}-self", f"picture-{kind}", scheduler="ddim", pictures=["photo.png"])
        yield base(f"pictures-{kind}", f"picture-{kind}", scheduler="ddim", pictures=["picture-0.png", "picture-1.png"], reference_scale=0.6)
        yield base(f"picture-{kind}-unguided", f"picture-{kind}", scheduler="ddim", pictures=["picture-1.png"], guidance=1.0)


KEPT = ["nine-own", "nine-dpmpp-2m", "nine-ddpm", "nine-unipc", "nine-lcm", "nine-negative", "nine-two", "nine-pndm-strength-0.3", "four-ddim", "four-euler-a",
        "four-euler-strength-0.6", "four-dpmpp-strength-0.6", "four-two", "four-unguided", "picture-base-self",
        "distilled", "nine-loras"]


def keep_some(folder):
    """The last latents and every fourth pixel of the runs that test_inpaint_goldens.cpp goes through."""
    for name in KEPT:
        golden = folder / "runs" / f"{name}.golden.safetensors"
        if golden.exists():
            tensors = load_file(golden)
            last = max((key for key in tensors if key.startswith("latents.")), key=lambda key: int(key[8:]))
            picture = (tensors["image"][..., ::4, ::4] * 255).round().to(torch.uint8).contiguous()
            save_file({"latents": tensors[last], "picture": picture}, here / "kept" / f"{name}.safetensors")


def saved(pipe, folder, name):
    """The pipeline as it comes out of its folder; the scheduler's file is as Stable Diffusion 1.5 has it, which leaves most settings to the class."""
    model = folder / "models" / name
    pipe.save_pretrained(model)
    if isinstance(pipe.scheduler, PNDMScheduler):
        (model / "scheduler" / "scheduler_config.json").write_text(json.dumps({"_class_name": "PNDMScheduler", **SD15}, indent=1))
    return StableDiffusionInpaintPipeline.from_pretrained(model, safety_checker=None, feature_extractor=None, requires_safety_checker=False)


def add_adapter(folder, pipe, kind):
    model = folder / "models" / f"picture-{kind}"
    saved(pipe, folder, f"picture-{kind}")
    tiny.clip_vision("gelu").save_pretrained(model / "image_encoder")
    CLIPImageProcessor(size={"shortest_edge": 56}, crop_size={"height": 56, "width": 56}).save_pretrained(model / "feature_extractor")
    tensors = tiny.ip_base(pipe.unet) if kind == "base" else tiny.ip_plus(pipe.unet)
    save_file({name: z.contiguous() for name, z in tensors.items()}, model / f"ip-adapter-{kind}.safetensors")
    pipe = StableDiffusionInpaintPipeline.from_pretrained(model, safety_checker=None, requires_safety_checker=False,
                                                          feature_extractor=CLIPImageProcessor.from_pretrained(model / "feature_extractor"))
    pipe.load_ip_adapter(str(model), subfolder="", weight_name=f"ip-adapter-{kind}.safetensors", image_encoder_folder="image_encoder")
    return pipe


def main():
    folder = pathlib.Path(sys.argv[1])
    only = sys.argv[2:]
    if not only:
        shutil.rmtree(folder / "runs", ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_grad_enabled(False)
    torch.set_num_threads(1)  # sums are shared out by threads: with two, the last digits differ, and a run carries them to 1e-3
    photo(128, 128).save(folder / "photo.png"), mask(128, 128).save(folder / "mask.png")
    photo(136, 88).save(folder / "wide.png"), mask(136, 88).save(folder / "wide-mask.png")
    save_file(tiny.lora_kohya(), folder / "lora-kohya.safetensors"), save_file(tiny.lora_peft(), folder / "lora-peft.safetensors")
    for i in range(2):
        rng = np.random.default_rng(i)
        Image.fromarray(rng.integers(0, 256, (9, 12 - 5 * i, 3), np.uint8)).resize((150 - 70 * i, 110), Image.BICUBIC).save(folder / f"picture-{i}.png")
    pipes = {"nine": lambda: pipeline(9), "four": lambda: pipeline(4), "distilled": lambda: pipeline(9, unet_changes={"time_cond_proj_dim": 32}), "velocity": lambda: pipeline(9, DDIMScheduler(**{k: v for k, v in SD15.items() if k != "skip_prk_steps"}, clip_sample=False, prediction_type="v_prediction", timestep_spacing="trailing")),
             "euler-own": lambda: pipeline(4, EulerDiscreteScheduler(num_train_timesteps=1000, beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", use_karras_sigmas=True)),
             "sde-own": lambda: pipeline(9, DPMSolverMultistepScheduler(num_train_timesteps=1000, beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", algorithm_type="sde-dpmsolver++"))}
    for name, make in pipes.items():
        wanted = [case for case in cases() if case["model"] == name and (not only or case["name"] in only)]
        pipe = saved(make(), folder, name) if wanted else None
        for case in wanted:
            pipe.set_progress_bar_config(disable=True)
            run(pipe, case, folder)
    for kind in ("base", "plus"):
        wanted = [case for case in picture_cases() if case["model"] == f"picture-{kind}" and (not only or case["name"] in only)]
        pipe = add_adapter(folder, pipeline(9), kind) if wanted else None
        for case in wanted:
            pipe.set_progress_bar_config(disable=True)
            run(pipe, case, folder)
    keep_some(folder)


if __name__ == "__main__":
    main()
