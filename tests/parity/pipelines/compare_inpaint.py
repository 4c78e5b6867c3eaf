"""Runs retailor-cli on everything that inpaint_goldens.py or paint_by_example_goldens.py wrote, and prints how far each run is from the reference.

  python compare_inpaint.py FOLDER path/to/retailor-cli [NAME...]
Latents: greatest difference over the deviation of the reference's. Picture: the share of samples that differ by more than one level.
"""
import json
import os
import pathlib
import subprocess
import sys

import torch
from safetensors.torch import load_file


def command(cli, folder, case):
    words = [cli, "complete", "--method", case.get("method", "inpaint"), "--window", "whole", "--device", "cpu", "--progress", "none", "--model", folder / "models" / case["model"],
             "--photo", folder / case["photo"], "--mask", folder / case["mask"], "--output", folder / "out.png",
             "--steps", case["steps"], "--guidance", case["guidance"], "--strength", case.get("strength", 1.0), "--variations", case.get("variations", 1),
             "--noise", folder / "runs" / f"{case['name']}.noise.safetensors", "--trace", folder / "trace.safetensors"]
    if case.get("prompt"):
        words += ["--prompt", case["prompt"]]
    if case.get("scheduler"):
        words += ["--scheduler", case["scheduler"]]
    if case.get("negative"):
        words += ["--negative", case["negative"]]
    if case.get("size"):
        words += ["--size", "{}:{}".format(*case["size"])]
    for picture in case.get("pictures", []):
        words += ["--reference", f"anything={folder / picture}"]
    for lora, scale in case.get("loras", []):
        words += ["--lora", f"{folder / lora}={scale}"]
    if case.get("reference_scale"):
        words += ["--reference-scale", case["reference_scale"]]
    return [str(word) for word in words]


def compared(golden, trace):
    worst = ("", 0.0)
    for name, wanted in golden.items():
        if name not in trace:
            return f"{name} is missing", False
        made = trace[name]
        if made.shape != wanted.shape:
            return f"{name}: {tuple(made.shape)} instead of {tuple(wanted.shape)}", False
        if name.startswith("latents"):
            worst = max(worst, (name, float((made - wanted).abs().max() / wanted.std())), key=lambda pair: pair[1])
    levels = ((golden["image"] * 255).round() - (trace["image"] * 255).round()).abs()
    off = float((levels > 1).float().mean())
    times = torch.equal(golden["timesteps"].to(torch.float64), trace["timesteps"].to(torch.float64))
    good = worst[1] <= 1e-3 and off <= 1e-3 and times
    return f"{worst[1]:.1e} at {worst[0]}, {off:.2%} of samples off, timesteps {'equal' if times else 'differ'}", good


def main():
    folder, cli, only = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    bad = 0
    for file in sorted((folder / "runs").glob("*.json")):
        case = json.loads(file.read_text())
        if only and case["name"] not in only:
            continue
        (folder / "trace.safetensors").unlink(missing_ok=True)
        done = subprocess.run(command(cli, folder, case), capture_output=True, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
        golden = load_file(folder / "runs" / f"{case['name']}.golden.safetensors")
        said, good = compared(golden, load_file(folder / "trace.safetensors")) if done.returncode == 0 else (f"exit {done.returncode}: {done.stderr.strip()}", False)
        bad += not good
        print(f"{'ok  ' if good else 'FAIL'} {case['name']}: {said}", flush=True)
    sys.exit(bad > 0)


main()
