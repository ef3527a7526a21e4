"""The Settings page, made from the settings' own descriptions."""
