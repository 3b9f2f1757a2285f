"""Settings: the defaults of what a user sets, where they are read from, and which source wins."""

from auditor.config.loading import load_settings
from auditor.config.resources import models_folder, seeds_folder, workspace_folder
from auditor.config.settings import Device, Precision, Settings

__all__ = ["Device", "Precision", "Settings", "load_settings", "models_folder", "seeds_folder", "workspace_folder"]
