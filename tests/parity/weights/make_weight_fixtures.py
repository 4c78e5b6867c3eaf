"""Makes the weight files that tests/core/neural/weights reads, as torch and safetensors write them, and contents.json: what is in each.

    python make_weight_fixtures.py      (torch 2.11.0, safetensors, diffusers 0.35.2; writes files/ beside itself)
"""
import collections
import hashlib
import json
import os
import pathlib

import torch
from safetensors.torch import save_file

HERE = pathlib.Path(__file__).parent
FILES = HERE / "files"
WORDS = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.float64: "F64", torch.int64: "I64", torch.int32: "I32", torch.int16: "I16",
         torch.int8: "I8", torch.uint8: "U8", torch.bool: "BOOL"}
contents = {}


def listed(tensors):
    return {name: {"dtype": WORDS[tensor.dtype], "shape": list(tensor.shape),
                   "sha256": hashlib.sha256(tensor.detach().contiguous().flatten().view(torch.uint8).numpy().tobytes() if tensor.numel() else b"").hexdigest()}
            for name, tensor in tensors.items()}


def record(file, tensors):
    contents[file] = listed(tensors)


def every_type():
    torch.manual_seed(1)
    tensors = {WORDS[kind].lower(): (torch.randn(3, 5) * 50).to(kind) for kind in WORDS if kind != torch.bool}
    return tensors | {"bool": torch.randn(7) > 0, "scalar": torch.tensor(2.5), "empty": torch.empty(0, 4), "odd.bytes": torch.arange(3, dtype=torch.uint8),
                      "rank8": torch.randn(1, 2, 1, 2, 1, 2, 1, 2)}


def safetensors_files():
    tensors = every_type()
    save_file(tensors, FILES / "every_type.safetensors", metadata={"format": "pt", "note": "naïve “quotes”"})
    record("every_type.safetensors", tensors)
    save_file({}, FILES / "nothing.safetensors")
    record("nothing.safetensors", {})
    names = sorted(tensors)
    for variant, style in (("", "model{v}-{i:05}-of-00002.safetensors"), (".fp16", "model{v}-{i:05}-of-00002.safetensors")):
        shards = {style.format(v=variant, i=i + 1): {name: tensors[name] for name in names[i::2]} for i in range(2)}
        for file, part in shards.items():
            save_file(part, FILES / file)
        index = "model.safetensors.index" + variant + ".json"
        (FILES / index).write_text(json.dumps({"metadata": {"total_size": 1}, "weight_map": {name: file for file, part in shards.items() for name in part}}))
        record(index, tensors)


def torch_files():
    tensors = every_type()
    storage = torch.arange(24, dtype=torch.float32)
    tensors |= {"transposed": torch.randn(4, 6).t(), "slice": storage.view(4, 6)[1:3], "column": storage.view(4, 6)[:, 2], "whole": storage,
                "parameter": torch.nn.Parameter(torch.randn(2, 2)), "every.second": storage[::2]}
    torch.save(tensors, FILES / "archive.bin")
    record("archive.bin", tensors)
    torch.save(tensors, FILES / "stream.pth", _use_new_zipfile_serialization=False)
    record("stream.pth", tensors)
    torch.save(tensors, FILES / "protocol4.pt", pickle_protocol=4)
    record("protocol4.pt", tensors)
    module = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.LayerNorm(2))
    torch.save(module.state_dict(), FILES / "module.bin")  # an OrderedDict with _metadata
    record("module.bin", module.state_dict())
    torch.save({"unet": {"conv_in.weight": storage.view(2, 3, 2, 2)}, "image_proj": collections.OrderedDict(bias=torch.ones(3)), "note": "text", "step": 7}, FILES / "bundle.bin")
    record("bundle.bin", {"unet.conv_in.weight": storage.view(2, 3, 2, 2), "image_proj.bias": torch.ones(3)})
    import numpy
    checkpoint = {"epoch": 3, "global_step": 470000, "pytorch-lightning_version": "1.4.2", "state_dict": module.state_dict(), "best": numpy.float64(0.5),
                  "callbacks": {torch.nn.Linear: {"monitor": "val/loss", "best": torch.tensor(0.25)}}, "optimizer_states": [{"state": {0: {"step": 1, "exp_avg": torch.ones(2)}}}],
                  "lr_schedulers": [], "hyper": collections.defaultdict(list), "path": pathlib.PurePosixPath("x")}
    torch.save(checkpoint, FILES / "lightning.ckpt")
    record("lightning.ckpt", module.state_dict())


class Evil:
    def __init__(self, call):
        self.call = call

    def __reduce__(self):
        return self.call


def hostile_files():
    """Each would make a file named `owned` where torch's own loader ran it."""
    calls = {"system": (os.system, ("touch owned",)), "eval": (eval, ("open('owned', 'w')",)), "exec": (exec, ("open('owned', 'w')",)), "getattr": (getattr, ("x", "upper"))}
    weights = {"weight": torch.ones(2)}
    for name, call in calls.items():
        torch.save(weights | {"extra": Evil(call)}, FILES / f"hostile_{name}.bin")
    torch.save(weights | {"extra": Evil((os.system, ("touch owned",)))}, FILES / "hostile_stream.pth", _use_new_zipfile_serialization=False)


if __name__ == "__main__":
    FILES.mkdir(exist_ok=True)
    safetensors_files()
    torch_files()
    hostile_files()
    (HERE / "contents.json").write_text(json.dumps(contents, indent=0))
