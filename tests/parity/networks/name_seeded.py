"""Weights made up from their names: the same on every machine, and in C++ (tests/support/name_seeded_weights.h)."""
import math

import torch


def seed_of(name):
    """FNV-1a of the name, 64 bits, without the sign bit."""
    value = 0xCBF29CE484222325
    for byte in name.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value & 0x7FFFFFFFFFFFFFFF


def seeded(name, shape):
    """The tensor that a name and a shape stand for."""
    z = torch.randn(shape, generator=torch.Generator().manual_seed(seed_of(name)))
    if len(shape) >= 2:
        return z / math.sqrt(z.numel() / shape[0])
    return 1 + 0.1 * z if len(shape) == 1 and name.endswith(".weight") else 0.1 * z


def with_seeded_weights(model, prefix=""):
    state = model.state_dict()
    model.load_state_dict({name: seeded(prefix + name, tensor.shape) if tensor.is_floating_point() else tensor for name, tensor in state.items()})
    return model.eval()
