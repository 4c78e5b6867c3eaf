"""Numbers of the reference schedulers, for tests/core/neural/sampling/test_schedulers.cpp.

Run by hand with diffusers 0.35.2 and torch 2.11:  python tests/parity/scheduler_goldens.py > tests/core/neural/sampling/scheduler_goldens.json
Each row: a scheduler_config.json, the command line's scheduler name, steps and strength; then the timesteps (all of them up to 21, else the first three,
the last two and their sum), five latents of the trajectory's end, and of add_noise before the first and after it. The network is an
arithmetic stand-in; noise comes from a CPU generator seeded 0.
"""

import json
import sys

import torch
from diffusers import (DDIMScheduler, DDPMScheduler, DPMSolverMultistepScheduler, EulerAncestralDiscreteScheduler, EulerDiscreteScheduler, LCMScheduler,
                       PNDMScheduler, UniPCMultistepScheduler)

SD15 = dict(num_train_timesteps=1000, beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1, set_alpha_to_one=False,
            skip_prk_steps=True, clip_sample=False)
NAMED = {"ddim": DDIMScheduler, "ddpm": DDPMScheduler, "pndm": PNDMScheduler, "euler": EulerDiscreteScheduler, "euler-a": EulerAncestralDiscreteScheduler,
         "dpmpp-2m": DPMSolverMultistepScheduler, "dpmpp-2m-karras": DPMSolverMultistepScheduler, "unipc": UniPCMultistepScheduler, "lcm": LCMScheduler}
PICKS = [0, 1, 100, 200, 255]


def picked(x):
    return [float(f"{v:.8g}") for v in x.flatten()[PICKS].tolist()]


def summary(timesteps):
    t = timesteps.to(torch.float64).tolist()
    return t if len(t) <= 21 else t[:3] + t[-2:] + [sum(t)]


def answer(u, t):
    return 0.1 * u + 0.05 * torch.sin(3 * u) + 0.2 * t / 1000


def trajectory(scheduler, steps, strength, eta):
    scheduler.set_timesteps(steps)
    start = steps - min(int(steps * strength), steps)
    timesteps = scheduler.timesteps[start:]
    if hasattr(scheduler, "set_begin_index"):
        scheduler.set_begin_index(start)
    generator = torch.Generator().manual_seed(0)
    clean = (1.5 * torch.linspace(-1, 1, 256)).reshape(1, 4, 8, 8)
    noise = torch.randn(clean.shape, generator=torch.Generator().manual_seed(7))
    before = scheduler.add_noise(clean, noise, timesteps[:1])
    x = clean * scheduler.init_noise_sigma if strength == 1 else before
    after = None
    for i, t in enumerate(timesteps):
        u = scheduler.scale_model_input(x, t)
        extra = {}
        if isinstance(scheduler, DDIMScheduler):
            extra["eta"] = eta
        if not isinstance(scheduler, (PNDMScheduler, UniPCMultistepScheduler)):
            extra["generator"] = generator
        x = scheduler.step(answer(u, t), t, x, **extra).prev_sample
        if i == 0 and len(timesteps) > 1:
            after = picked(scheduler.add_noise(clean, noise, timesteps[1:2]))
    return {"timesteps": summary(scheduler.timesteps), "start": start, "sigma": float(scheduler.init_noise_sigma), "end": picked(x), "before": picked(before),
            "after": after}


def row(name, steps, strength=1.0, eta=0.0, **changes):
    config = {**SD15, **changes}
    config = {key: value for key, value in config.items() if value is not None}
    forced = {"use_karras_sigmas": True} if name == "dpmpp-2m-karras" else {}
    scheduler = NAMED[name].from_config(config, **forced)
    label = " ".join([name, str(steps)] + ([f"strength {strength}"] if strength < 1 else []) + ([f"eta {eta}"] if eta else []) +
                     [f"{key}={value}" for key, value in changes.items()])
    return {"row": label, "name": name, "config": config, "steps": steps, "strength": strength, "eta": eta, **trajectory(scheduler, steps, strength, eta)}


def rows():
    for name in NAMED:
        for spacing in [None, "leading", "linspace", "trailing"]:
            for steps in [1, 2, 4, 5, 20, 50, 999]:
                if (name == "lcm" and (spacing is not None or steps > 50)) or (name == "dpmpp-2m-karras" and spacing is not None):
                    continue
                if spacing is None and name not in ("lcm", "dpmpp-2m-karras") and steps != 20:
                    continue
                if spacing == "trailing" and steps == 999:
                    continue  # numpy's arange gives a thousandth timestep, -1
                if spacing == "leading" and steps == 999 and name in ("dpmpp-2m", "unipc"):
                    continue  # 1000 // 1000 = 1: as the others
                yield row(name, steps, timestep_spacing=spacing)
        steps = 4 if name == "lcm" else 20
        yield row(name, steps, prediction_type="v_prediction")
        if name not in ("pndm", "euler-a"):
            yield row(name, steps, prediction_type="sample")
        for strength in [0.3, 0.6, 0.05]:
            yield row(name, 20, strength)
        yield row(name, steps, beta_schedule="linear")
        yield row(name, steps, beta_schedule="squaredcos_cap_v2")
        yield row(name, steps, clip_sample=True, clip_sample_range=0.9)
        yield row(name, steps, set_alpha_to_one=None, clip_sample=None)
        if name not in ("pndm",):
            yield row(name, steps, rescale_betas_zero_snr=True, prediction_type="v_prediction", timestep_spacing="trailing")
    for name in ["ddim", "ddpm", "dpmpp-2m", "unipc"]:
        yield row(name, 20, thresholding=True, sample_max_value=1.2)
    yield row("ddim", 20, eta=1.0)
    yield row("ddim", 20, eta=0.5)
    for kind in ["fixed_small_log", "fixed_large"]:
        yield row("ddpm", 20, variance_type=kind)
    for steps in [4, 5, 20]:
        yield row("pndm", steps, skip_prk_steps=None)
    for spread in ["use_karras_sigmas", "use_exponential_sigmas"]:
        for name in ["euler", "dpmpp-2m", "unipc"]:
            yield row(name, 20, **{spread: True})
            yield row(name, 20, **{spread: True, "final_sigmas_type": "sigma_min"})
    yield row("euler", 20, interpolation_type="log_linear")
    for order in [1, 3]:
        for steps in [5, 20]:
            yield row("dpmpp-2m", steps, solver_order=order)
            yield row("unipc", steps, solver_order=order)
    for algorithm in ["sde-dpmsolver++", "dpmsolver", "sde-dpmsolver"]:
        for kind in ["midpoint", "heun"]:
            yield row("dpmpp-2m", 20, algorithm_type=algorithm, solver_type=kind, final_sigmas_type="sigma_min")
    yield row("dpmpp-2m", 20, algorithm_type="sde-dpmsolver++", solver_order=3)
    yield row("dpmpp-2m", 20, algorithm_type="dpmsolver", solver_order=3, final_sigmas_type="sigma_min")
    yield row("dpmpp-2m", 20, solver_type="heun")
    yield row("dpmpp-2m", 20, euler_at_final=True)
    yield row("dpmpp-2m", 10, lower_order_final=False, final_sigmas_type="sigma_min")
    yield row("dpmpp-2m", 20, beta_schedule="squaredcos_cap_v2", lambda_min_clipped=-5.1)
    yield row("unipc", 20, solver_type="bh1", final_sigmas_type="sigma_min")
    yield row("unipc", 20, predict_x0=False, final_sigmas_type="sigma_min")
    yield row("unipc", 10, disable_corrector=[0, 3], lower_order_final=False, final_sigmas_type="sigma_min")


def main():
    made = []
    for one in rows():
        finite = all(v == v and abs(v) < 1e30 for v in one["end"])
        print(("" if finite else "NOT FINITE ") + one["row"], file=sys.stderr)
        if finite:
            made.append(json.dumps(one))
    print("[\n" + ",\n".join(made) + "\n]")


main()
