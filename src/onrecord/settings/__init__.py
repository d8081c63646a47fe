"""Every threshold with its unit, default and reason, one frozen dataclass for each stage."""

from onrecord.settings.capture import CaptureSettings, LiveSettings, MetadataSettings
from onrecord.settings.copies import CopySettings, PassageSettings
from onrecord.settings.extract import DatingSettings, FigureSettings, StatementSettings
from onrecord.settings.page import MemorySettings, PageSettings, TurnWeights
from onrecord.settings.record import ActorSettings
from onrecord.settings.story import ChangeSettings, ClaimSettings, FindingSettings, GroupingSettings, StandingSettings, TimelineSettings

__all__ = [
    "ActorSettings",
    "CaptureSettings",
    "ChangeSettings",
    "ClaimSettings",
    "CopySettings",
    "DatingSettings",
    "FigureSettings",
    "FindingSettings",
    "GroupingSettings",
    "LiveSettings",
    "MemorySettings",
    "MetadataSettings",
    "PageSettings",
    "PassageSettings",
    "StandingSettings",
    "StatementSettings",
    "TimelineSettings",
    "TurnWeights",
]
