"""Makes lora/: a very small U-Net, LoRAs for it in the published kinds of names, and the weights that diffusers and peft merge from the first.

    python make_lora_fixtures.py      (torch 2.11.0, diffusers 0.35.2, peft; writes lora/ beside itself)
"""
import pathlib

import torch
from diffusers import StableDiffusionPipeline, UNet2DConditionModel
from diffusers.utils.state_dict_utils import StateDictType, convert_state_dict_to_kohya
from peft import LoraConfig
from peft.utils import get_peft_model_state_dict
from safetensors.torch import save_file

HERE = pathlib.Path(__file__).parent / "lora"
SCALE = 0.75
TARGETS = ["to_q", "to_k", "to_v", "to_out.0", "ff.net.0.proj", "ff.net.2", "proj_in", "proj_out", "conv1", "conv_shortcut", "time_emb_proj"]


def small_unet():
    torch.manual_seed(0)
    return UNet2DConditionModel(block_out_channels=(4, 8, 8, 8), norm_num_groups=2, cross_attention_dim=6, attention_head_dim=2, layers_per_block=2, sample_size=8)


def contiguous(tensors):
    return {name: tensor.detach().contiguous().clone() for name, tensor in tensors.items()}


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    unet = small_unet()
    base = contiguous(unet.state_dict())
    save_file(base, HERE / "unet.safetensors")

    unet.add_adapter(LoraConfig(r=3, lora_alpha=5, target_modules=TARGETS, init_lora_weights="gaussian"))
    for name, parameter in unet.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(parameter, std=0.3)
    state = contiguous(get_peft_model_state_dict(unet))
    StableDiffusionPipeline.save_lora_weights(HERE, unet_lora_layers=state, weight_name="peft.safetensors", unet_lora_adapter_metadata=unet.peft_config["default"].to_dict())

    kohya = convert_state_dict_to_kohya({"unet." + name: tensor for name, tensor in state.items()}, original_type=StateDictType.PEFT)
    kohya = {name: torch.tensor(5.0, dtype=torch.float16) if name.endswith(".alpha") else tensor for name, tensor in kohya.items()}
    save_file(contiguous(kohya), HERE / "kohya.safetensors")

    older = {}
    for name, tensor in state.items():
        if ".attn" in name and ".to_" in name:
            layer, part = name.rsplit(".lora_", 1)
            attention, projection = layer.split(".to_")
            side = "down" if part.startswith("A") else "up"
            older[f"unet.{attention}.processor.to_{projection.replace('out.0', 'out')}_lora.{side}.weight"] = tensor
    save_file(contiguous(older), HERE / "older.safetensors")

    unet.fuse_lora(lora_scale=SCALE)
    unet.unload_lora()
    merged = {name: tensor for name, tensor in contiguous(unet.state_dict()).items() if not torch.equal(tensor, base[name])}
    save_file(merged, HERE / "merged_at_0.75.safetensors")
    print(len(base), len(state) // 2, len(kohya), len(older), len(merged))
