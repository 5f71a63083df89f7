from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.asset_camera_keyframe import AssetCameraKeyframe
    from ..models.asset_transcription import AssetTranscription


T = TypeVar("T", bound="AssetProperties")


@_attrs_define
class AssetProperties:
    """What can be measured in the file. Which fields are there depends on the kind of asset; the size always is. Source:
    sdk:2.4.0.

    """

    size: int
    """ Size of the file, in bytes. """
    animation_frame_count: int | Unset = UNSET
    """ Frames of the animations of a 3D model. """
    bitrate: float | Unset = UNSET
    """ Bits per second of a sound or video. """
    bone_count: int | Unset = UNSET
    """ Bones of a skeleton. """
    camera_mode: str | Unset = UNSET
    """ How the camera should move in the preview of a splat. Source: sdk:2.4.0. """
    camera_trajectory: list[AssetCameraKeyframe] | Unset = UNSET
    """ Camera path for the preview of a splat, as the generator suggests it. """
    channels: int | Unset = UNSET
    """ Channels of a sound. """
    char_count: int | Unset = UNSET
    """ Unicode code points of a text. """
    classification: str | Unset = UNSET
    """ What kind of sound it is. Source: sdk:2.4.0. """
    codec_name: str | Unset = UNSET
    """ Codec of a sound or video. """
    description: str | Unset = UNSET
    """ What can be heard. """
    dimensions: list[float] | Unset = UNSET
    """ Size of the box around a 3D model: width, height, depth. """
    duration: float | Unset = UNSET
    """ Length of a sound or video, in seconds. """
    face_count: int | Unset = UNSET
    """ Faces of a mesh. """
    format_: str | Unset = UNSET
    """ Format of a mesh file. """
    frame_rate: float | Unset = UNSET
    """ Frames per second of a video. """
    has_animations: bool | Unset = UNSET
    """ Whether a 3D model is animated. """
    has_full_preview: bool | Unset = UNSET
    """ True when `preview` is the whole text; else the rest is behind `url`. """
    has_normals: bool | Unset = UNSET
    """ Whether a mesh has normals. """
    has_skeleton: bool | Unset = UNSET
    """ Whether a 3D model has a skeleton. """
    has_u_vs: bool | Unset = UNSET
    """ Whether a mesh has texture coordinates. """
    height: int | Unset = UNSET
    """ Height, in pixels. """
    nb_frames: int | Unset = UNSET
    """ Frames of a video. """
    preview: str | Unset = UNSET
    """ Beginning of a text, about 1 KB of UTF-8, cut between two code points. """
    sample_rate: int | Unset = UNSET
    """ Samples per second of a sound, in hertz. """
    transcription: AssetTranscription | Unset = UNSET
    """ What is said in a sound. Source: sdk:2.4.0. """
    vertex_count: int | Unset = UNSET
    """ Vertices of a mesh. """
    width: int | Unset = UNSET
    """ Width, in pixels. """
    word_count: int | Unset = UNSET
    """ Words of a text, as spaces separate them. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        size = self.size

        animation_frame_count = self.animation_frame_count

        bitrate = self.bitrate

        bone_count = self.bone_count

        camera_mode = self.camera_mode

        camera_trajectory: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.camera_trajectory, Unset):
            camera_trajectory = []
            for camera_trajectory_item_data in self.camera_trajectory:
                camera_trajectory_item = camera_trajectory_item_data.to_dict()
                camera_trajectory.append(camera_trajectory_item)

        channels = self.channels

        char_count = self.char_count

        classification = self.classification

        codec_name = self.codec_name

        description = self.description

        dimensions: list[float] | Unset = UNSET
        if not isinstance(self.dimensions, Unset):
            dimensions = self.dimensions

        duration = self.duration

        face_count = self.face_count

        format_ = self.format_

        frame_rate = self.frame_rate

        has_animations = self.has_animations

        has_full_preview = self.has_full_preview

        has_normals = self.has_normals

        has_skeleton = self.has_skeleton

        has_u_vs = self.has_u_vs

        height = self.height

        nb_frames = self.nb_frames

        preview = self.preview

        sample_rate = self.sample_rate

        transcription: dict[str, Any] | Unset = UNSET
        if not isinstance(self.transcription, Unset):
            transcription = self.transcription.to_dict()

        vertex_count = self.vertex_count

        width = self.width

        word_count = self.word_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "size": size,
            }
        )
        if animation_frame_count is not UNSET:
            field_dict["animationFrameCount"] = animation_frame_count
        if bitrate is not UNSET:
            field_dict["bitrate"] = bitrate
        if bone_count is not UNSET:
            field_dict["boneCount"] = bone_count
        if camera_mode is not UNSET:
            field_dict["cameraMode"] = camera_mode
        if camera_trajectory is not UNSET:
            field_dict["cameraTrajectory"] = camera_trajectory
        if channels is not UNSET:
            field_dict["channels"] = channels
        if char_count is not UNSET:
            field_dict["charCount"] = char_count
        if classification is not UNSET:
            field_dict["classification"] = classification
        if codec_name is not UNSET:
            field_dict["codecName"] = codec_name
        if description is not UNSET:
            field_dict["description"] = description
        if dimensions is not UNSET:
            field_dict["dimensions"] = dimensions
        if duration is not UNSET:
            field_dict["duration"] = duration
        if face_count is not UNSET:
            field_dict["faceCount"] = face_count
        if format_ is not UNSET:
            field_dict["format"] = format_
        if frame_rate is not UNSET:
            field_dict["frameRate"] = frame_rate
        if has_animations is not UNSET:
            field_dict["hasAnimations"] = has_animations
        if has_full_preview is not UNSET:
            field_dict["hasFullPreview"] = has_full_preview
        if has_normals is not UNSET:
            field_dict["hasNormals"] = has_normals
        if has_skeleton is not UNSET:
            field_dict["hasSkeleton"] = has_skeleton
        if has_u_vs is not UNSET:
            field_dict["hasUVs"] = has_u_vs
        if height is not UNSET:
            field_dict["height"] = height
        if nb_frames is not UNSET:
            field_dict["nbFrames"] = nb_frames
        if preview is not UNSET:
            field_dict["preview"] = preview
        if sample_rate is not UNSET:
            field_dict["sampleRate"] = sample_rate
        if transcription is not UNSET:
            field_dict["transcription"] = transcription
        if vertex_count is not UNSET:
            field_dict["vertexCount"] = vertex_count
        if width is not UNSET:
            field_dict["width"] = width
        if word_count is not UNSET:
            field_dict["wordCount"] = word_count

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asset_camera_keyframe import AssetCameraKeyframe  # noqa: PLC0415
        from ..models.asset_transcription import AssetTranscription  # noqa: PLC0415

        d = dict(src_dict)
        size = d.pop("size")

        animation_frame_count = d.pop("animationFrameCount", UNSET)

        bitrate = d.pop("bitrate", UNSET)

        bone_count = d.pop("boneCount", UNSET)

        camera_mode = d.pop("cameraMode", UNSET)

        _camera_trajectory = d.pop("cameraTrajectory", UNSET)
        camera_trajectory: list[AssetCameraKeyframe] | Unset = UNSET
        if _camera_trajectory is not UNSET:
            camera_trajectory = []
            for camera_trajectory_item_data in _camera_trajectory:
                camera_trajectory_item = AssetCameraKeyframe.from_dict(
                    camera_trajectory_item_data
                )

                camera_trajectory.append(camera_trajectory_item)

        channels = d.pop("channels", UNSET)

        char_count = d.pop("charCount", UNSET)

        classification = d.pop("classification", UNSET)

        codec_name = d.pop("codecName", UNSET)

        description = d.pop("description", UNSET)

        dimensions = cast(list[float], d.pop("dimensions", UNSET))

        duration = d.pop("duration", UNSET)

        face_count = d.pop("faceCount", UNSET)

        format_ = d.pop("format", UNSET)

        frame_rate = d.pop("frameRate", UNSET)

        has_animations = d.pop("hasAnimations", UNSET)

        has_full_preview = d.pop("hasFullPreview", UNSET)

        has_normals = d.pop("hasNormals", UNSET)

        has_skeleton = d.pop("hasSkeleton", UNSET)

        has_u_vs = d.pop("hasUVs", UNSET)

        height = d.pop("height", UNSET)

        nb_frames = d.pop("nbFrames", UNSET)

        preview = d.pop("preview", UNSET)

        sample_rate = d.pop("sampleRate", UNSET)

        _transcription = d.pop("transcription", UNSET)
        transcription: AssetTranscription | Unset
        if isinstance(_transcription, Unset):
            transcription = UNSET
        else:
            transcription = AssetTranscription.from_dict(_transcription)

        vertex_count = d.pop("vertexCount", UNSET)

        width = d.pop("width", UNSET)

        word_count = d.pop("wordCount", UNSET)

        asset_properties = cls(
            size=size,
            animation_frame_count=animation_frame_count,
            bitrate=bitrate,
            bone_count=bone_count,
            camera_mode=camera_mode,
            camera_trajectory=camera_trajectory,
            channels=channels,
            char_count=char_count,
            classification=classification,
            codec_name=codec_name,
            description=description,
            dimensions=dimensions,
            duration=duration,
            face_count=face_count,
            format_=format_,
            frame_rate=frame_rate,
            has_animations=has_animations,
            has_full_preview=has_full_preview,
            has_normals=has_normals,
            has_skeleton=has_skeleton,
            has_u_vs=has_u_vs,
            height=height,
            nb_frames=nb_frames,
            preview=preview,
            sample_rate=sample_rate,
            transcription=transcription,
            vertex_count=vertex_count,
            width=width,
            word_count=word_count,
        )

        asset_properties.additional_properties = d
        return asset_properties

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
