"""CompleteMe's pair of U-Nets, restated plainly: diffusers computes everything but attention, which is written out here row by row and head by head.

One network looks at the references, one at a time, and remembers what its self-attention layers are about to read. The other draws: its self-attention
reads that too, after the region masks, and its cross-attention has a term of its own for image tokens.
"""
import math

import torch
import torch.nn.functional as F


def attention(q, k, v, heads):
    """[L, C], [S, C], [S, C] -> [L, C], one head after the other."""
    out = []
    for qh, kh, vh in zip(q.chunk(heads, 1), k.chunk(heads, 1), v.chunk(heads, 1)):
        out.append(torch.softmax(qh @ kh.T / math.sqrt(qh.shape[1]), 1) @ vh)
    return torch.cat(out, 1)


def kept_cells(mask, s):
    """Which s x s cells of a mask [H, W] a reference keeps under `drop`: a list of booleans, row after row."""
    rows, columns = math.ceil(mask.shape[0] / s), math.ceil(mask.shape[1] / s)
    mean = {(y, x): mask[y * s:(y + 1) * s, x * s:(x + 1) * s].mean().item() for y in range(rows) for x in range(columns)}
    kept = {at for at, value in mean.items() if value >= 0.25}
    if s in (8, 16):
        kept = {(y, x) for y, x in mean if any((y + dy, x + dx) in kept for dy in (-1, 0, 1) for dx in (-1, 0, 1))}
    if not kept and max(mean.values()) > 0:
        kept = {max(mean, key=mean.get)}
    return [at in kept for at in mean]


def faded_cells(mask, s):
    """What the tokens are multiplied with under `zero`."""
    rows, columns = math.ceil(mask.shape[0] / s), math.ceil(mask.shape[1] / s)
    small = F.interpolate(mask[None, None], (rows, columns), mode="nearest")[0, 0]
    padded = F.pad(small, (1, 1, 1, 1))
    spread = sum(padded[dy:dy + rows, dx:dx + columns] for dy in range(3) for dx in range(3))
    return spread.clamp(max=1).reshape(-1)


class Attends:
    """Stands in for an attention layer of one of the two networks; `tell` hears what self-attention reads, `more` gives what it reads besides."""

    def __init__(self, tell=None, more=None, blend=1.0, pictures=None):
        self.tell, self.more, self.blend, self.pictures = tell, more, blend, pictures

    def __call__(self, attn, x, encoder_hidden_states=None, attention_mask=None, **_):
        outside = x if encoder_hidden_states is None else encoder_hidden_states
        if self.tell is not None:
            self.tell(x)
        rows = []
        for b in range(x.shape[0]):
            q, source = attn.to_q(x[b]), outside[b if outside.shape[0] > 1 else 0]
            found = attention(q, attn.to_k(source), attn.to_v(source), attn.heads)
            references = self.more() if self.more is not None else []
            if references:
                joint = torch.cat([source, *references])
                found = self.blend * attention(q, attn.to_k(joint), attn.to_v(joint), attn.heads) + (1 - self.blend) * found
            if self.pictures is not None:
                to_k, to_v, tokens, scale = self.pictures
                tokens = tokens[b if tokens.shape[0] > 1 else 0]
                found = found + scale * attention(q, tokens @ to_k.T, tokens @ to_v.T, attn.heads)
            rows.append(attn.to_out[0](found))
        return torch.stack(rows)


def level_of(name, levels):
    """How often the map has been halved where the layer of that name sits."""
    part, number = name.split(".")[0], name.split(".")[1]
    return {"down_blocks": lambda: int(number), "mid_block": lambda: levels - 1, "up_blocks": lambda: levels - 1 - int(number)}[part]()


def complete_me_unet(drawing, looking, image_attention, inputs, mask="drop", blocks="full", blend=1.0, image_scale=1.0, writer_timestep="zero"):
    """The predicted noise. `inputs` are named as those of parity_probe; the networks are diffusers' and compute in their own precision."""
    kind = next(drawing.parameters()).dtype
    inputs = {name: tensor.to(kind) if tensor.is_floating_point() else tensor for name, tensor in inputs.items()}
    numbers = sorted({name.split(".")[1] for name in inputs if name.startswith("reference.")})
    names = list(drawing.attn_processors)
    seen = {name: [] for name in names}  # by self-attention layer: per reference, what it may read

    for k in numbers:
        region = inputs.get(f"reference.{k}.mask")

        def remember(x, name):
            tokens = x[0]
            if region is not None:
                s = 8 * 2 ** level_of(name, len(drawing.config.block_out_channels))
                if mask == "drop":
                    tokens = tokens[torch.tensor(kept_cells(region[0, 0], s))]
                else:
                    tokens = tokens * faded_cells(region[0, 0], s)[:, None]
            seen[name].append(tokens)

        looking.set_attn_processor({name: Attends(tell=(lambda x, name=name: remember(x, name)) if "attn1" in name else None) for name in names})
        time = inputs["timestep"] if writer_timestep == "current" else 0
        looking(inputs[f"reference.{k}.latent"], time, inputs[f"reference.{k}.encoder_hidden_states"])

    processors = {}
    for i, name in enumerate(names):
        if "attn1" in name:
            reads = blocks == "full" or not name.startswith("down_blocks")
            processors[name] = Attends(more=(lambda name=name: seen[name]) if reads else None, blend=blend)
        else:
            pictures = None
            if "image_tokens" in inputs:
                to_k, to_v = (image_attention[f"ip_adapter.{i}.{part}.weight"].to(kind) for part in ("to_k_ip", "to_v_ip"))
                pictures = (to_k, to_v, inputs["image_tokens"], image_scale)
            processors[name] = Attends(pictures=pictures)
    drawing.set_attn_processor(processors)
    return drawing(inputs["sample"], inputs["timestep"], inputs["encoder_hidden_states"]).sample
