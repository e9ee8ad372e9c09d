"""Fixtures and profiles for every test. What they are made of is in tests/tools/."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.tools.needs import IN_CI, ToolMissingError
from tests.tools.office import Office

# Two loaded cores are slow now and then: no test fails by the clock.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("default", PATIENT, max_examples=30)
settings.register_profile("ci", PATIENT, max_examples=150, derandomize=True, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if IN_CI else "default"))


def pytest_configure(config: pytest.Config) -> None:
    """Templates are kept beside what pytest keeps, not with those of the user who runs it."""
    os.environ["PLANGEN_CACHE"] = str(config.rootpath / ".pytest_cache" / "plangen")


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A converter for each worker; without LibreOffice or the fonts, skip, or fail in CI."""
    try:
        return Office(tmp_path_factory.mktemp("office"))
    except ToolMissingError as missing:
        if IN_CI:
            pytest.fail(str(missing), pytrace=False)
        pytest.skip(str(missing))
