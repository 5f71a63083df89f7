"""The ways in which assets come to be: a row for each asset type of the contract, with what it is and who makes it.

A type that is also a capability of a platform model is made by such a model, an inference by a model of the project;
the others are made by a tool of their own out of another asset. `canvas` is a document in JSON.

Left out are `unknown`, which is no way, and `skybox-hdri`: the mock draws no pictures of high dynamic range, and a row
without a file would be worth less than none. For the same reason there are no PDF documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Way:
    """An asset type: the kind of file, the kind of its parent (empty: none), the type of its job, `source`, settings.

    `settings` are what its metadata say besides the prompt and the model.
    """

    type: str
    kind: str
    parent: str
    job_type: str
    source: str
    settings: Mapping[str, Any] = field(default_factory=dict)


# Asset types in the order in which a project shows them. `source` is the type unless there is another word for it:
# the older ones have hyphens and colons in other places.
_TABLE = """
inference-txt2img                     image  -      inference             inference-txt
inference-img2img                     image  image  inference             inference-img
upscale                               image  image  upscale
background-removal                    image  image  remove-background
vectorization                         image  image  vectorize
image-prompt-editing                  image  image  image-prompt-editing
reframe                               image  image  reframe
generative-fill                       image  image  repaint
restyle                               image  image  restyle
pixelization                          image  image  pixelate
detection                             image  image  detection
patch                                 image  image  patch-image
segment                               image  image  segment
segmentation-image                    image  image  segment
segmentation-mask                     image  image  segment
inference-txt2img-ip-adapter          image  image  inference             inference-txt-ip-adapter
inference-txt2img-texture             image  -      inference             inference-txt-texture
inference-img2img-ip-adapter          image  image  inference             inference-img-ip-adapter
inference-img2img-texture             image  image  inference             inference-img-texture
inference-inpaint                     image  image  inference             inference-in-paint
inference-inpaint-ip-adapter          image  image  inference             inference-in-paint-ip-adapter
inference-reference                   image  image  inference
inference-reference-texture           image  image  inference
inference-controlnet                  image  image  inference             inference-control-net
inference-controlnet-ip-adapter       image  image  inference             inference-control-net-ip-adapter
inference-controlnet-img2img          image  image  inference             inference-control-net-img
inference-controlnet-reference        image  image  inference             inference-control-net-reference
inference-controlnet-inpaint          image  image  inference             inference-control-net-inpainting
inference-controlnet-inpaint-ip-adapter image image inference             inference-control-net-inpainting-ip-adapter
inference-controlnet-texture          image  image  inference             inference-control-net-texture
texture                               image  image  texture
texture-height                        image  image  texture               texture:height
texture-normal                        image  image  texture               texture:normal
texture-smoothness                    image  image  texture               texture:smoothness
texture-metallic                      image  image  texture               texture:metallic
texture-edge                          image  image  texture               texture:edge
texture-ao                            image  image  texture               texture:ao
texture-albedo                        image  image  texture               texture:albedo
upscale-texture                       image  image  upscale-texture
skybox-base-360                       image  image  skybox-base-360
upscale-skybox                        image  image  upscale-skybox
skybox-3d                             3d     image  skybox-3d
txt2img                               image  -      custom
img2img                               image  image  custom
txt2video                             video  -      custom
img2video                             video  image  custom
video2video                           video  video  custom
audio2video                           video  audio  custom
upscale-video                         video  video  custom
video2img                             image  video  custom
txt2audio                             audio  -      custom
audio2audio                           audio  audio  custom
video2audio                           audio  video  custom
voice-clone                           audio  audio  custom
txt23d                                3d     -      custom
img23d                                3d     image  custom
3d23d                                 3d     3d     custom
video23d                              3d     video  custom
img2splat                             3d     image  splat
3d23d-texture                         3d     3d     custom                3d23d:texture
3d-texture                            image  3d     custom                3d:texture
3d-texture-mtl                        text   3d     custom                3d:texture:mtl
3d-texture-albedo                     image  3d     custom                3d:texture:albedo
3d-texture-normal                     image  3d     custom                3d:texture:normal
3d-texture-roughness                  image  3d     custom                3d:texture:roughness
3d-texture-metallic                   image  3d     custom                3d:texture:metallic
txt2txt                               text   -      custom
img2txt                               text   image  custom
audio2txt                             text   audio  custom
video2txt                             text   video  custom
canvas                                json   -      upload
canvas-drawing                        image  -      upload
canvas-export                         image  image  canvas-export
uploaded                              image  -      upload
uploaded-video                        video  -      upload
uploaded-audio                        audio  -      upload
uploaded-3d                           3d     -      upload
uploaded-avatar                       image  -      upload
uploaded-text                         text   -      upload
"""
_SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "upscale": {"scalingFactor": 2},
    "upscale-texture": {"scalingFactor": 2},
    "upscale-skybox": {"scalingFactor": 2},
    "detection": {"modality": "canny"},
    "restyle": {"strength": 0.7},
    "pixelization": {"colorPrecision": 6},
    "vectorization": {"colorMode": "color", "filterSpeckle": 4},
    "segmentation-mask": {"resultMask": True, "nbMasks": 1},
    "segmentation-image": {"resultImage": True, "nbMasks": 1},
}


def _way(line: str) -> Way:
    name, kind, parent, job_type, *source = line.split()
    return Way(name, kind, parent.strip("-"), job_type, source[0] if source else name, _SETTINGS.get(name, {}))


WAYS: Mapping[str, Way] = {way.type: way for way in map(_way, _TABLE.strip().splitlines())}
"""Every way by its asset type."""
EDITS = ("upscale", "background-removal", "vectorization", "image-prompt-editing", "reframe")
"""What people do with a picture most of the time."""
