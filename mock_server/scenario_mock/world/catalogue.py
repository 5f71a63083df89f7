"""The platform's own catalogue: models of type `custom` with readable ids, most of them other makers'.

A table. The ids that documents and recordings use are real; the rest are built after them. `access` is the lowest plan
(0, 25, 50), `runs` the sub-processor; the order is that of popularity.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Platform:
    """A platform model: id without `model_`, name, maker, who runs it, what it can do, inputs family, lowest plan."""

    slug: str
    name: str
    maker: str
    runs: str
    capabilities: tuple[str, ...]
    family: str
    access: int = 0


def _p(slug: str, name: str, maker: str, runs: str, capabilities: str, family: str, access: int = 0) -> Platform:
    return Platform(slug, name, maker, runs, tuple(capabilities.split()), family, access)


PLATFORM: tuple[Platform, ...] = (
    _p("imagen4-ultra", "Imagen 4 Ultra", "Google", "Provider", "txt2img", "imagen", 25),
    _p("bfl-flux-1-dev", "FLUX.1 Dev", "BFL", "Modal", "txt2img img2img inpaint", "flux_dev"),
    _p("gpt-image-1", "GPT Image 1", "OpenAI", "Provider", "txt2img img2img inpaint", "gpt_image", 25),
    _p("gemini-2-5-flash-image", "Gemini 2.5 Flash Image", "Google", "Provider", "txt2img img2img", "edit_image"),
    _p("veo3-1", "Veo 3.1", "Google", "Provider", "txt2video img2video", "text_video", 50),
    _p("scenario-llm", "Scenario LLM", "Scenario", "AWS", "txt2txt img2txt", "llm"),
    _p("seedream-4", "Seedream 4", "Bytedance", "Fal", "txt2img img2img", "edit_image"),
    _p("meshy-7-txt23d", "Meshy 7 Text to 3D", "Meshy", "Provider", "txt23d", "text_3d", 25),
    _p("kling-v2-5-turbo", "Kling 2.5 Turbo", "Kuaishou", "Fal", "txt2video img2video", "image_video", 25),
    _p("imagen4", "Imagen 4", "Google", "Provider", "txt2img", "imagen"),
    _p("imagen4-fast", "Imagen 4 Fast", "Google", "Provider", "txt2img", "imagen"),
    _p("bfl-flux-1-1-pro-ultra", "FLUX1.1 Pro Ultra", "BFL", "Provider", "txt2img", "text_image", 25),
    _p("bfl-flux-1-kontext-pro", "FLUX.1 Kontext Pro", "BFL", "Provider", "img2img", "edit_image"),
    _p("bfl-flux-2-dev", "FLUX.2 Dev", "BFL", "Fal", "txt2img img2img", "text_image"),
    _p("bfl-flux-2-pro", "FLUX.2 Pro", "BFL", "Provider", "txt2img img2img", "edit_image", 25),
    _p("qwen-image", "Qwen Image", "Alibaba", "Fal", "txt2img", "text_image"),
    _p("qwen-image-edit", "Qwen Image Edit", "Alibaba", "Fal", "img2img", "edit_image"),
    _p("ideogram-v3", "Ideogram 3", "Ideogram", "Fal", "txt2img inpaint", "text_image"),
    _p("recraft-v3", "Recraft 3", "Recraft", "Replicate", "txt2img", "palette"),
    _p("hidream-i1", "HiDream I1", "HiDream", "Replicate", "txt2img", "text_image"),
    _p("z-image-turbo", "Z-Image Turbo", "Alibaba", "Modal", "txt2img", "text_image"),
    _p("runway-gen4-image", "Gen-4 Image", "Runway", "Provider", "txt2img img2img", "edit_image", 50),
    _p("veo3-1-fast", "Veo 3.1 Fast", "Google", "Provider", "txt2video img2video", "text_video", 25),
    _p("seedance-2-0", "Seedance 2.0", "Bytedance", "Fal", "txt2video img2video", "image_video", 25),
    _p("seedance-2-0-mini", "Seedance 2.0 Mini", "Bytedance", "Fal", "txt2video img2video", "image_video"),
    _p("wan-2-2", "Wan 2.2", "Alibaba", "Fal", "txt2video img2video", "text_video"),
    _p("minimax-hailuo-02", "Hailuo 02", "MiniMax", "Fal", "txt2video img2video", "image_video"),
    _p("ltx-2", "LTX 2", "Lightricks", "Fal", "txt2video img2video audio2video", "text_video"),
    _p("runway-aleph", "Aleph", "Runway", "Provider", "video2video", "video_edit", 50),
    _p("topaz-video-upscale", "Topaz Video Upscale", "Topaz", "Replicate", "video2video", "video_edit", 25),
    _p("scenario-video-frames", "Video Frame Extraction", "Scenario", "AWS", "video2img", "video_edit"),
    _p("sync-lipsync-2", "Lipsync 2", "Sync", "Fal", "audio2video video2video", "lip_sync", 25),
    _p("mmaudio-v2", "MMAudio 2", "MMAudio", "Fal", "video2audio txt2audio", "video_edit"),
    _p("tripo-v3", "Tripo 3", "Tripo", "Fal", "img23d txt23d", "image_3d"),
    _p("hunyuan-3d-3", "Hunyuan3D 3", "Tencent", "Fal", "img23d", "image_3d"),
    _p("rodin-gen-2", "Rodin Gen-2", "Hyper3D", "Fal", "img23d txt23d", "image_3d", 25),
    _p("trellis-2", "Trellis 2", "Microsoft", "Fal", "img23d 3d23d", "image_3d"),
    _p("elevenlabs-tts-v3", "Eleven v3", "ElevenLabs", "Provider", "txt2audio", "speech"),
    _p("elevenlabs-music", "Eleven Music", "ElevenLabs", "Provider", "txt2audio", "sound", 25),
    _p("elevenlabs-sound-effects", "Eleven Sound Effects", "ElevenLabs", "Provider", "txt2audio", "sound"),
    _p("elevenlabs-voice-changer", "Voice Changer", "ElevenLabs", "Provider", "audio2audio", "media_text", 25),
    _p("whisper-large-v3", "Whisper Large 3", "OpenAI", "Replicate", "audio2txt video2txt", "media_text"),
    _p("scenario-upscale-v3", "Scenario Upscale", "Scenario", "Modal", "img2img", "upscale"),
    _p("clarity-upscaler", "Clarity Upscaler", "Clarity AI", "Replicate", "img2img", "upscale"),
    _p("scenario-remove-background", "Background Removal", "Scenario", "Modal", "img2img", "image_only"),
    _p("recraft-vectorize", "Vectorize", "Recraft", "Fal", "img2img", "image_only"),
    _p("scenario-skybox-360", "Skybox 360", "Scenario", "Modal", "txt2img", "text_image", 50),
    _p("scenario-texture-maps", "Texture Maps", "Scenario", "Modal", "img2img_texture", "image_only"),
)

FEATURED = 10
"""How many of them stand at the top of the catalogue with the tag sc:featured."""

# What types other than `custom` can do, by the end or the beginning of their names; the first that fits counts.
TYPE_CAPABILITIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("voice", ("txt2audio",)),
    ("edit", ("img2img",)),
    ("kontext", ("img2img",)),
    ("gpt-image", ("txt2img", "img2img", "inpaint")),
    ("pro", ("txt2img",)),
    ("flux.1", ("txt2img", "img2img", "inpaint", "controlnet", "reference")),
    ("", ("txt2img", "img2img")),
)


def capabilities_of(model_type: str) -> list[str]:
    """What a model of a type other than `custom` can do."""
    return next(list(known) for part, known in TYPE_CAPABILITIES if part in model_type)
