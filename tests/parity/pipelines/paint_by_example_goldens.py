"""Whole runs of the reference's Paint by Example pipeline on a small model with weights made up from their names.

  python paint_by_example_goldens.py FOLDER     writes, with diffusers 0.35.2 and transformers 4.57.3, what inpaint_goldens.py writes:
  FOLDER/models/example, photo.png, mask.png, picture-*.png, runs/NAME.{json,noise.safetensors,golden.safetensors}
compare_inpaint.py runs retailor-cli on it. test_inpaint_goldens.cpp uses the runs that are kept beside it.
"""
import json
import pathlib
import sys

import numpy as np
import torch
from diffusers import DDIMScheduler, PaintByExamplePipeline, PNDMScheduler
from PIL import Image
from safetensors.torch import save_file
from transformers import CLIPImageProcessor

from inpaint_goldens import SD15, Draws, here, mask, photo, tiny


def pipeline():
    return PaintByExamplePipeline(
        vae=tiny.vae(), image_encoder=tiny.paint_by_example(), unet=tiny.unet(9), scheduler=PNDMScheduler(**SD15), safety_checker=None,
        feature_extractor=CLIPImageProcessor(size={"shortest_edge": 56}, crop_size={"height": 56, "width": 56}), requires_safety_checker=False)


def run(pipe, case, folder):
    import diffusers.models.autoencoders.vae as vae_module
    import diffusers.pipelines.paint_by_example.pipeline_paint_by_example as pipeline_module
    draws = Draws(3, ["init", "masked_image_posterior"])
    old = [(module, module.randn_tensor) for module in (vae_module, pipeline_module)]
    for module, _ in old:
        module.randn_tensor = draws
    own = pipe.scheduler
    if case.get("scheduler") == "ddim":
        pipe.scheduler = DDIMScheduler.from_config(own.config)
    golden = {}

    # The pipeline's own callback leaves out the first of PNDM's steps.
    step = pipe.scheduler.step

    def keep(output, t, sample, **more):
        made = step(output, t, sample, **more)
        golden[f"latents.{len(golden)}"] = made.prev_sample.clone().contiguous()
        times.append(t.reshape(1))
        return made

    pipe.scheduler.step, times = keep, []
    made = pipe(image=Image.open(folder / case["photo"]), mask_image=Image.open(folder / case["mask"]), example_image=Image.open(folder / case["pictures"][0]),
                num_inference_steps=case["steps"], guidance_scale=case["guidance"], generator=torch.Generator().manual_seed(3), output_type="pt")
    pipe.scheduler.step = step
    pipe.scheduler = own
    for module, original in old:
        module.randn_tensor = original
    golden["timesteps"] = torch.cat(times)
    golden["image"] = made.images[0].contiguous()
    runs = folder / "runs"
    runs.mkdir(exist_ok=True)
    (runs / f"{case['name']}.json").write_text(json.dumps(case, indent=1))
    save_file({name: z.contiguous() for name, z in draws.kept.items()}, runs / f"{case['name']}.noise.safetensors")
    save_file(golden, runs / f"{case['name']}.golden.safetensors")
    print(case["name"], {name: round(float(z.std()), 4) for name, z in golden.items() if name != "timesteps"}, flush=True)
    return golden


def cases():
    base = {"model": "example", "method": "paint-by-example", "photo": "photo.png", "mask": "mask.png", "pictures": ["photo.png"], "steps": 6, "guidance": 5.0}
    yield {**base, "name": "example-own"}
    yield {**base, "name": "example-ddim", "scheduler": "ddim"}
    yield {**base, "name": "example-unguided", "scheduler": "ddim", "guidance": 1.0}
    yield {**base, "name": "example-other", "pictures": ["picture-0.png"], "steps": 9, "guidance": 3.0}
    yield {**base, "name": "example-wide", "photo": "wide.png", "mask": "wide-mask.png"}


KEPT = ["example-own", "example-ddim", "example-unguided"]


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_grad_enabled(False)
    torch.set_num_threads(1)
    photo(128, 128).save(folder / "photo.png"), mask(128, 128).save(folder / "mask.png")
    photo(136, 88).save(folder / "wide.png"), mask(136, 88).save(folder / "wide-mask.png")
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (9, 12, 3), np.uint8)).resize((150, 110), Image.BICUBIC).save(folder / "picture-0.png")
    model = folder / "models" / "example"
    pipeline().save_pretrained(model)
    (model / "scheduler" / "scheduler_config.json").write_text(json.dumps({"_class_name": "PNDMScheduler", **SD15}, indent=1))
    pipe = PaintByExamplePipeline.from_pretrained(model, safety_checker=None, requires_safety_checker=False)
    pipe.set_progress_bar_config(disable=True)
    for case in cases():
        golden = run(pipe, case, folder)
        if case["name"] in KEPT:
            last = max((name for name in golden if name.startswith("latents.")), key=lambda name: int(name[8:]))
            picture = (golden["image"][..., ::4, ::4] * 255).round().to(torch.uint8).contiguous()
            save_file({"latents": golden[last], "picture": picture}, here / "kept" / f"{case['name']}.safetensors")


if __name__ == "__main__":
    main()
