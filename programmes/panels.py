"""Panels for the forms of programmes and countries."""

from typing import Any

from iclds.registers.panels import CountryNumbersPanel


class CountryPageNumbersPanel(CountryNumbersPanel):
    """The numbers of the country that a page tells about."""

    class BoundPanel(CountryNumbersPanel.BoundPanel):
        @property
        def country(self) -> Any:
            return self.instance.country
