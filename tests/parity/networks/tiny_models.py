"""Small models of every kind that Retailor computes, with weights made up from their names, and the inputs they are tried on."""
import torch
from diffusers import AutoencoderKL, AutoencoderTiny, UNet2DConditionModel
from diffusers.pipelines.paint_by_example.image_encoder import PaintByExampleImageEncoder
from transformers import CLIPTextConfig, CLIPTextModel, CLIPVisionConfig, CLIPVisionModelWithProjection

from name_seeded import seeded, with_seeded_weights


def normal(seed, *shape):
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def unet(channels, **changes):
    config = dict(in_channels=channels, out_channels=4, sample_size=16, block_out_channels=(32, 64, 96, 96), layers_per_block=2, norm_num_groups=16,
                  cross_attention_dim=24, attention_head_dim=4)
    return with_seeded_weights(UNet2DConditionModel(**{**config, **changes}))


def vae(**changes):
    config = dict(block_out_channels=(16, 32, 48, 48), layers_per_block=2, norm_num_groups=16, sample_size=128, latent_channels=4,
                  down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4)
    return with_seeded_weights(AutoencoderKL(**{**config, **changes}))


def taesd():
    return with_seeded_weights(AutoencoderTiny())


def clip_text(**changes):
    config = dict(vocab_size=512, hidden_size=24, intermediate_size=48, num_hidden_layers=3, num_attention_heads=4, max_position_embeddings=77,
                  hidden_act="quick_gelu", bos_token_id=510, eos_token_id=511, pad_token_id=511)
    return with_seeded_weights(CLIPTextModel(CLIPTextConfig(**{**config, **changes})))


def clip_vision(act):
    return with_seeded_weights(CLIPVisionModelWithProjection(CLIPVisionConfig(
        hidden_size=48, intermediate_size=96, num_hidden_layers=4, num_attention_heads=4, image_size=56, patch_size=14, projection_dim=32, hidden_act=act)))


def paint_by_example():
    return with_seeded_weights(PaintByExampleImageEncoder(CLIPVisionConfig(
        hidden_size=40, intermediate_size=80, num_hidden_layers=9, num_attention_heads=4, image_size=56, patch_size=14, projection_dim=24,
        hidden_act="quick_gelu")))


def ip_adapter_layers(unet_model):
    """The shapes of an adapter's own keys and values in a U-Net: every second attention layer, in the order it lists them."""
    shapes = {}
    for i, name in enumerate(unet_model.attn_processors):
        if name.endswith("attn2.processor"):
            module = unet_model.get_submodule(name.removesuffix(".processor"))
            for part in ("to_k_ip", "to_v_ip"):
                shapes[f"ip_adapter.{i}.{part}.weight"] = module.to_k.weight.shape
    return shapes


def ip_base(unet_model, embedding=32, width=24):
    shapes = {"image_proj.proj.weight": (4 * width, embedding), "image_proj.proj.bias": (4 * width,),
              "image_proj.norm.weight": (width,), "image_proj.norm.bias": (width,), **ip_adapter_layers(unet_model)}
    return {name: seeded(name, tuple(shape)) for name, shape in shapes.items()}


def ip_full_face(unet_model, states=48, width=24):
    shapes = {"image_proj.proj.0.weight": (states, states), "image_proj.proj.0.bias": (states,), "image_proj.proj.2.weight": (width, states),
              "image_proj.proj.2.bias": (width,), "image_proj.proj.3.weight": (width,), "image_proj.proj.3.bias": (width,),
              **ip_adapter_layers(unet_model)}
    return {name: seeded(name, tuple(shape)) for name, shape in shapes.items()}


def ip_plus(unet_model, states=48, width=24, depth=4, heads=2, queries=4):
    inner = 64 * heads
    shapes = {"latents": (1, queries, width), "proj_in.weight": (width, states), "proj_in.bias": (width,), "proj_out.weight": (width, width),
              "proj_out.bias": (width,), "norm_out.weight": (width,), "norm_out.bias": (width,)}
    for i in range(depth):
        shapes |= {f"layers.{i}.0.{norm}.{part}": (width,) for norm in ("norm1", "norm2") for part in ("weight", "bias")}
        shapes |= {f"layers.{i}.0.to_q.weight": (inner, width), f"layers.{i}.0.to_kv.weight": (2 * inner, width),
                   f"layers.{i}.0.to_out.weight": (width, inner), f"layers.{i}.1.0.weight": (width,), f"layers.{i}.1.0.bias": (width,),
                   f"layers.{i}.1.1.weight": (4 * width, width), f"layers.{i}.1.3.weight": (width, 4 * width)}
    shapes = {"image_proj." + name: shape for name, shape in shapes.items()} | ip_adapter_layers(unet_model)
    return {name: seeded(name, tuple(shape)) for name, shape in shapes.items()}


def lora_kohya():
    """A LoRA for the U-Net and the text encoder, in the names of kohya's scripts: rank 4, alpha 2."""
    tensors = {}
    for layer, inside, outside in (("lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_q", 32, 32),
                                   ("lora_unet_down_blocks_1_attentions_1_transformer_blocks_0_attn2_to_k", 24, 64),
                                   ("lora_unet_mid_block_attentions_0_transformer_blocks_0_ff_net_0_proj", 96, 768),
                                   ("lora_unet_up_blocks_3_attentions_2_proj_in", 32, 32),
                                   ("lora_te_text_model_encoder_layers_1_self_attn_out_proj", 24, 24)):
        kernel = (1, 1) if layer.endswith("proj_in") else ()
        for name, shape in ((f"{layer}.lora_down.weight", (4, inside, *kernel)), (f"{layer}.lora_up.weight", (outside, 4, *kernel))):
            tensors[name] = seeded(name, shape)
        tensors[f"{layer}.alpha"] = torch.tensor(2.0)
    return tensors


def lora_peft():
    """Another, in the names of peft: rank 3, and alpha not said."""
    tensors = {}
    for layer, inside, outside in (("unet.down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q", 32, 32),
                                   ("unet.up_blocks.2.attentions.1.transformer_blocks.0.attn2.to_out.0", 64, 64),
                                   ("text_encoder.text_model.encoder.layers.0.self_attn.v_proj", 24, 24)):
        for name, shape in ((f"{layer}.lora_A.weight", (3, inside)), (f"{layer}.lora_B.weight", (outside, 3))):
            tensors[name] = seeded(name, shape)
    return tensors
