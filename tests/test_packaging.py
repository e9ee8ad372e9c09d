"""What is built is what users get: every module, every data file, a command that works alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Mapping
from configparser import ConfigParser
from importlib.metadata import packages_distributions
from importlib.resources import files
from pathlib import Path

import pytest

from tests.test_imports import modules, outside

ROOT = Path(__file__).parents[1]
SOURCES = ("plangen", "schemas", "specs", "templates")
BUILD_FILES = (
    "setup.cfg",
    "pyproject.toml",
    "MANIFEST.in",
    "LICENSE",
    "README.md",
    "CHANGELOG.md",
)
SHIPPED = (".py", ".yaml", ".docx", ".typed")
RESOURCES = ("plangen.schemas", "plangen.specs.standards", "plangen.templates.official")


def config() -> ConfigParser:
    """setup.cfg as it stands."""
    parser = ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def options() -> Mapping[str, str]:
    """The [options] of setup.cfg."""
    return config()["options"]


def in_wheel(path: Path) -> str:
    """Where a source file stands in the wheel: schemas/plan.yaml → plangen/schemas/plan.yaml."""
    name = path.relative_to(ROOT).as_posix()
    lines = [line for line in options()["package_dir"].split("\n") if line]
    pairs = (line.split(" = ") for line in lines)
    places = {folder: package for package, folder in pairs}
    for folder in sorted(places, key=len, reverse=True):
        if name.startswith(f"{folder}/"):
            return places[folder].replace(".", "/") + name.removeprefix(folder)
    return name


def sources() -> list[Path]:
    """Every file under the source folders that has to reach users."""
    paths = (path for source in SOURCES for path in sorted((ROOT / source).rglob("*")))
    kinds = (p for p in paths if p.suffix in SHIPPED or p.name == "py.typed")
    return [path for path in kinds if not path.name.startswith(("~$", "."))]


def run(*command: str | Path, cwd: Path) -> str:
    """The standard output of a command, which must exit with 0."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={k: v for k, v in os.environ.items() if not k.startswith("PYTHON")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the sdist, which was built from a copy of the sources."""
    copy = tmp_path_factory.mktemp("copy")
    for source in SOURCES:
        ignore = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(ROOT / source, copy / source, ignore=ignore)
    for name in BUILD_FILES:
        shutil.copy(ROOT / name, copy)
    run(sys.executable, "-m", "build", "--no-isolation", cwd=copy)
    (built,) = (copy / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def binaries(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """bin/ of an environment that has the wheel and, by a path, the libraries of this one.

    A path file in a folder reached by a path file is not read: an editable plangen stays out.
    """
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, symlinks=os.name != "nt")
    paths = sysconfig.get_paths("venv", {"base": str(home), "platbase": str(home)})
    libraries = Path(paths["purelib"]) / "libraries.pth"
    libraries.write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    python = Path(paths["scripts"]) / "python"
    pip = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=home)
    return Path(paths["scripts"])


def test_every_package_is_listed_in_setup_cfg() -> None:
    found = {name for name, path in modules().items() if path.name == "__init__.py"}
    assert found - set(options()["packages"].split()) == set()


@pytest.mark.parametrize("package", RESOURCES)
def test_a_mapped_folder_is_found_as_a_resource(package: str) -> None:
    assert "__init__.py" in {entry.name for entry in files(package).iterdir()}


def test_every_imported_library_is_declared() -> None:
    needed = options()["install_requires"] + config()["options.extras_require"]["dask"]
    declared = {line.split()[0] for line in needed.split("\n") if line}
    homes = packages_distributions()
    libraries = {i.library for i in outside()}
    assert {lib for lib in libraries if not declared & set(homes.get(lib, ()))} == set()


@pytest.mark.slow
def test_the_wheel_holds_every_module_and_data_file(wheel: Path) -> None:
    expected = {in_wheel(path) for path in sources()}
    assert "plangen/schemas/plan.yaml" in expected
    with zipfile.ZipFile(wheel) as archive:
        assert expected - set(archive.namelist()) == set()


@pytest.mark.slow
def test_the_installed_command_knows_its_version(binaries: Path, tmp_path: Path) -> None:
    version = run(binaries / "plangen", "--version", cwd=tmp_path)
    assert version.split()[-1] == config()["metadata"]["version"]


@pytest.mark.slow
def test_the_installed_command_renders_from_an_empty_folder(
    binaries: Path, tmp_path: Path
) -> None:
    shutil.copy(ROOT / "specs" / "xx-county.yaml", tmp_path)
    run(binaries / "plangen", "render", "xx-county.yaml", "-o", "out", cwd=tmp_path)
    written = list((tmp_path / "out").iterdir())
    assert {path.name for path in written} == {
        "xx-county-通知.docx",
        "xx-county-实施方案.docx",
        "xx-county-印发稿.docx",
    }
    assert all(zipfile.is_zipfile(path) for path in written)
