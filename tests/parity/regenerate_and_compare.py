#!/usr/bin/env python3
"""Makes every stored golden anew in a temporary folder and compares it with the one that the tests read. An optional job: no test runs it.

    python -m venv VENV && VENV/bin/pip install -r tests/parity/requirements.txt
    VENV/bin/python tests/parity/regenerate_and_compare.py [JOB...]      (all jobs unless some are named; some 5 minutes on two cores)

Tensors may differ by 1e-5 of their spread (1e-3 for whole runs, whose steps carry rounding on) and pictures by a level; names, shapes, types, ids and
all that is text or a torch file must be equal. Ends with 1 when something is not.
"""
import filecmp
import json
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import torch
from safetensors import safe_open

PARITY = pathlib.Path(__file__).resolve().parent
SCHEDULERS = PARITY.parent / "core" / "neural" / "sampling" / "scheduler_goldens.json"
VOCABULARY = "tokenizer/small_vocabulary"


def job_list(copy):
    """Name: (words of the command, run in a copy of this folder), the files that it makes there, the stored ones, and what tensors may differ by."""
    kept = sorted(file.stem for file in (PARITY / "pipelines" / "kept").glob("*.safetensors"))
    pairs = lambda *patterns: [(copy / file.relative_to(PARITY), file) for pattern in patterns for file in sorted(PARITY.glob(pattern))]  # noqa: E731
    return {
        "networks": (["networks/make_network_goldens.py"], pairs("networks/goldens.safetensors"), 1e-5),
        "parsers": (["networks/make_parser_goldens.py"], pairs("networks/parser_goldens.safetensors"), 1e-5),
        "pipelines": (["pipelines/inpaint_goldens.py", copy / "runs", *kept], pairs("pipelines/kept/[!e]*.safetensors"), 1e-3),
        "examples": (["pipelines/paint_by_example_goldens.py", copy / "runs"], pairs("pipelines/kept/example-*.safetensors"), 1e-3),
        "parts-to-whole": (["pipelines/parts_to_whole_goldens.py", copy / "parts"], pairs("pipelines/parts_to_whole/*.safetensors"), 1e-4),
        "garments": (["pipelines/catvton_goldens.py"], pairs("pipelines/peers/garment*.safetensors"), 2e-5),
        "imitations": (["pipelines/mimicbrush_goldens.py"], pairs("pipelines/peers/imitation*.safetensors"), 2e-5),
        "schedulers": (["scheduler_goldens.py"], [(copy / "stdout", SCHEDULERS)], 1e-6),
        "tokenizer": (["tokenizer/make_tokenizer_fixture.py", copy / VOCABULARY], pairs(f"{VOCABULARY}/strings.jsonl"), 0),
        # Torch's older stream (.pth) names storages by where they lay in memory: contents.json alone speaks for it.
        "weights": (["weights/make_weight_fixtures.py"], pairs("weights/files/*[!h]", "weights/contents.json"), 0),
        "loras": (["weights/make_lora_fixtures.py"], pairs("weights/lora/*.safetensors"), 1e-5),
        "names": (["weights/make_original_names.py"], pairs("weights/original_names.txt"), 0),
    }


def tensors_of(file):
    with safe_open(file, "pt") as opened:
        return {name: opened.get_tensor(name) for name in opened.keys()}, opened.metadata() or {}


def tensor_distance(made, stored):
    if made.shape != stored.shape or made.dtype != stored.dtype:
        return math.inf
    if not made.is_floating_point():
        level = (made.to(torch.int64) - stored.to(torch.int64)).abs()
        return 0.0 if stored.dtype == torch.uint8 and int((level > 1).sum()) == 0 or not level.any() else math.inf
    spread = float(stored.double().std()) if stored.numel() > 1 else 1.0
    return float((made.double() - stored.double()).abs().max()) / (spread or 1.0) if made.numel() else 0.0


def in_order(value):
    """peft writes sets, whose order is another one every time."""
    if isinstance(value, dict):
        return {key: in_order(value[key]) for key in sorted(value)}
    return sorted(map(in_order, value), key=repr) if isinstance(value, list) else value


def settings_in(words):
    return {name: in_order(json.loads(text)) if text.startswith("{") else text for name, text in words.items()}


def safetensors_distance(made, stored):
    (ours, our_words), (theirs, their_words) = tensors_of(made), tensors_of(stored)
    if ours.keys() != theirs.keys() or settings_in(our_words) != settings_in(their_words):
        return math.inf
    return max((tensor_distance(ours[name], theirs[name]) for name in theirs), default=0.0)


def json_distance(made, stored):
    if isinstance(stored, dict):
        return max((json_distance(made[key], stored[key]) for key in stored), default=0.0) if made.keys() == stored.keys() else math.inf
    if isinstance(stored, list):
        return max(map(json_distance, made, stored), default=0.0) if len(made) == len(stored) else math.inf
    if isinstance(stored, float):
        return abs(made - stored) / max(1.0, abs(stored))
    return 0.0 if made == stored else math.inf


def distance(made, stored):
    if not made.exists():
        return math.inf
    if filecmp.cmp(made, stored, shallow=False):
        return 0.0
    if stored.suffix == ".safetensors":
        return safetensors_distance(made, stored)
    if stored.suffix == ".json":
        return json_distance(json.loads(made.read_text()), json.loads(stored.read_text()))
    return math.inf


def run(words, copy):
    with open(copy / "stdout", "w") as out, open(copy / "stderr", "w") as problems:
        done = subprocess.run([sys.executable, *map(str, words)], cwd=copy, stdout=out, stderr=problems, env={**os.environ, "OMP_NUM_THREADS": "1"})
    if done.returncode != 0:
        print("".join((copy / "stderr").read_text().splitlines(True)[-5:]))
    return done.returncode == 0


def compared(name, job, copy):
    words, files, limit = job
    for made, _ in files:
        if name != "tokenizer":
            made.unlink(missing_ok=True)
    if not run(words, copy):
        print(f"FAIL {name}: its script ended with an error")
        return False
    found = {stored.name: distance(made, stored) for made, stored in files}
    worst = max(found, key=found.get)
    bad = {file: apart for file, apart in found.items() if not apart <= limit}
    print(f"{'FAIL' if bad else 'ok  '} {name}: {len(files)} files, largest difference {found[worst]:.1e} ({worst}), allowed {limit:.0e}", flush=True)
    for file, apart in bad.items():
        print(f"       {file}: {apart:.1e}")
    return not bad


def main():
    with tempfile.TemporaryDirectory() as place:
        copy = pathlib.Path(place) / "parity"
        shutil.copytree(PARITY, copy)
        jobs = job_list(copy)
        wanted = sys.argv[1:] or list(jobs)
        if unknown := set(wanted) - jobs.keys():
            sys.exit(f"There is no job {', '.join(sorted(unknown))}; there are {', '.join(jobs)}.")
        good = [compared(name, jobs[name], copy) for name in wanted]
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
