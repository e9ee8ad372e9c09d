"""`plangen batch`: the whole tree, broken off and gone on with, on processes and on a cluster."""

from __future__ import annotations

import csv
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import NoReturn

import pytest
import yaml

from plangen.batch.executors import Inline, local
from plangen.batch.job import File, Result
from plangen.batch.journal import Journal
from plangen.batch.opening import Files, open_batch
from plangen.batch.run import Runner
from plangen.config.model import Config
from plangen.pipeline import lint
from plangen.pipeline.load import load
from plangen.write.files import is_alive
from tests.tools.made_up import write, write_brief
from tests.tools.specs import SPECS

COUNT = 10
LONGEST = 240  # seconds that a run may take on a loaded machine
Tree = dict[str, str]


def batch(folder: Path, *more: str) -> subprocess.Popen[str]:
    call = [sys.executable, "-m", "plangen", "batch", str(folder / "roadmap.yaml")]
    call += ["-o", str(folder / "out"), *more]
    return subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )


def finished(run: subprocess.Popen[str]) -> tuple[int, str]:
    out, _ = run.communicate(timeout=LONGEST)
    assert "Traceback" not in out
    return run.returncode, out.splitlines()[-1]


def tree(folder: Path) -> Tree:
    """The files of an output folder by their hash; the journal's order is the processes'."""
    paths = [path for path in (folder / "out").rglob("*") if path.is_file()]
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
        if ".plangen" not in path.parts
    }


def lines(folder: Path) -> int:
    path = folder / "out" / ".plangen" / "done.jsonl"
    return path.read_bytes().count(b"\n") if path.exists() else 0


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up roadmap, gone through by one process without a break."""
    folder = tmp_path_factory.mktemp("undisturbed")
    write(folder, COUNT)
    code, said = finished(batch(folder, "--jobs", "1"))
    assert (code, said) == (0, f"{folder / 'out'}：生成 {COUNT} 个乡镇，0 个没有生成")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, COUNT)
    return tmp_path


def test_every_township_has_its_documents_under_its_first_year(undisturbed: Path) -> None:
    found = sorted(tree(undisturbed))
    own = {"out/index.csv", "out/index.html"}
    own |= {f"out/roadmap-{kind}.docx" for kind in ("通知", "行动方案", "印发稿")}
    rest = [name for name in found if name not in own]
    folders = {name.rpartition("/")[0] for name in rest}
    assert len(folders) == COUNT
    assert {name.split("/")[1] for name in rest} == {str(year) for year in range(2022, 2027)}
    for one in folders:
        town = one.rpartition("/")[2]
        kinds = ("-通知.docx", "-实施方案.docx", "-印发稿.docx", ".yaml")
        assert {name for name in rest if name.startswith(one)} == {
            f"{one}/{town}{kind}" for kind in kinds
        }


def test_the_index_names_every_file(undisturbed: Path) -> None:
    text = (undisturbed / "out" / "index.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(StringIO(text)))
    assert rows[0] == ["年份", "乡镇", "创建类型", "文件", "问题"]
    named = {name for row in rows[1:] for name in row[3].split("；")}
    below = {name.removeprefix("out/") for name in tree(undisturbed) if name.count("/") > 1}
    assert named == below
    page = (undisturbed / "out" / "index.html").read_text(encoding="utf-8")
    assert page.count("<tr") == COUNT + 1


def test_the_example_has_no_problem_in_any_year(tmp_path: Path) -> None:
    call = [sys.executable, "-m", "plangen", "batch", str(SPECS / "xx-roadmap.yaml")]
    done = subprocess.run([*call, "-o", str(tmp_path), "--jobs", "1"], check=False, text=True)
    assert done.returncode == 0
    text = (tmp_path / "index.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(StringIO(text)))[1:]
    assert len(rows) == 12
    assert {row[4] for row in rows} == {""}


def test_a_second_run_has_nothing_to_do(undisturbed: Path) -> None:
    before = tree(undisturbed)
    code, said = finished(batch(undisturbed, "--jobs", "1"))
    assert code == 0
    assert said.endswith(f"生成 0 个乡镇，{COUNT} 个没有变化，0 个没有生成")
    assert tree(undisturbed) == before


def test_what_is_changed_or_gone_is_done_again(folder: Path, undisturbed: Path) -> None:
    finished(batch(folder, "--jobs", "2"))
    assert tree(folder) == tree(undisturbed)
    gone, *_, spoilt = sorted((folder / "out").rglob("*-通知.docx"))
    gone.unlink()
    if spoilt.parent != folder / "out":
        spoilt.write_bytes(b"x")
    _, said = finished(batch(folder, "--jobs", "1"))
    assert "个没有变化" in said
    assert tree(folder) == tree(undisturbed)
    towns = yaml.safe_load((folder / "townships.yaml").read_text(encoding="utf-8"))
    towns["townships"][3]["leaders"][0]["name"] = "欧阳若谷"
    (folder / "townships.yaml").write_text(
        yaml.safe_dump(towns, allow_unicode=True), encoding="utf-8"
    )
    _, said = finished(batch(folder, "--jobs", "1"))
    assert f"生成 1 个乡镇，{COUNT - 1} 个没有变化" in said


def test_a_broken_township_does_not_stop_the_rest(folder: Path) -> None:
    path = folder / "townships.yaml"
    towns = yaml.safe_load(path.read_text(encoding="utf-8"))
    gone = towns["townships"].pop(4)["name"]
    path.write_text(yaml.safe_dump(towns, allow_unicode=True), encoding="utf-8")
    run = batch(folder, "--jobs", "1")
    out, _ = run.communicate(timeout=LONGEST)
    assert run.returncode == 1
    assert f"乡镇名单“townships.yaml”里没有“{gone}”，请补上" in out
    assert out.splitlines()[-1].endswith(f"生成 {COUNT - 1} 个乡镇，1 个没有生成")


def test_a_township_that_is_written_wrongly_does_not_stop_the_rest(folder: Path) -> None:
    path = folder / "townships.yaml"
    listed = yaml.safe_load(path.read_text(encoding="utf-8"))
    first, second = (town["name"] for town in listed["townships"][:2])
    del listed["townships"][0]["leaders"]
    listed["townships"][1]["typ"] = listed["townships"][1].pop("type")
    path.write_text(yaml.safe_dump(listed, allow_unicode=True), encoding="utf-8")
    code, said = finished(batch(folder, "--jobs", "1"))
    assert (code, said) == (1, f"{folder / 'out'}：生成 {COUNT - 2} 个乡镇，2 个没有生成")
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(n for n, line in enumerate(lines, 1) if line.strip().startswith("typ:"))
    told = {row[1]: row[2] for row in rows(folder) if row[2]}
    assert {*told} == {first, second}
    assert told[first].endswith("缺少“领导”（leaders）：领导和各办、站、所负责人，按排名")
    assert told[second] == (
        f"错误 spec-key-unknown：townships.yaml:{at}：没有“typ”这个键，是不是“type”（建制）？"
    )


def test_only_one_year(folder: Path) -> None:
    code, said = finished(batch(folder, "--jobs", "1", "--year", "2024"))
    assert code == 0
    assert "生成 2 个乡镇" in said
    below = {name.split("/")[1] for name in tree(folder) if name.count("/") > 1}
    assert below == {"2024"}


def rows(folder: Path) -> list[list[str]]:
    """Year, township and problems of the index."""
    text = (folder / "out" / "index.csv").read_text(encoding="utf-8-sig")
    return [[row[0], row[1], row[4]] for row in list(csv.reader(StringIO(text)))[1:]]


def test_a_run_of_one_year_leaves_the_others_in_the_index(folder: Path) -> None:
    finished(batch(folder, "--jobs", "1", "--year", "2024"))
    before = rows(folder)
    towns = folder / "townships.yaml"
    changed = towns.read_text(encoding="utf-8").replace("value: ", "value: 1")
    towns.write_text(changed, encoding="utf-8")  # all townships count, so all would be done again
    code, said = finished(batch(folder, "--jobs", "1", "--year", "2025"))
    assert (code, said) == (0, f"{folder / 'out'}：生成 2 个乡镇，0 个没有生成")
    assert [row[0] for row in rows(folder)] == ["2024", "2024", "2025", "2025"]
    assert rows(folder)[:2] == before
    page = (folder / "out" / "index.html").read_text(encoding="utf-8")
    assert "<br>4 个乡镇，0 个没有生成" in page
    shutil.rmtree(folder / "out" / "2024")
    finished(batch(folder, "--jobs", "1", "--year", "2025"))
    assert [row[0] for row in rows(folder)] == ["2025", "2025"]


def test_a_year_in_which_no_township_begins_is_refused(folder: Path) -> None:
    code, said = finished(batch(folder, "--jobs", "1", "--year", "2033"))
    known = "2022、2023、2024、2025、2026"
    assert (code, said) == (2, f"plangen：行动方案里没有2033年开始的乡镇；有：{known}")
    assert list((folder / "out").glob("*.*")) == []


def test_a_file_changed_by_hand_is_kept_and_told(folder: Path) -> None:
    finished(batch(folder, "--jobs", "1", "--year", "2024"))
    path, other = sorted((folder / "out" / "2024").rglob("*.yaml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}# 手记\n", encoding="utf-8")
    documents = {one: one.read_bytes() for one in path.parent.iterdir()}
    call = ("--jobs", "1", "--year", "2024")
    run = batch(folder, *call)
    out, _ = run.communicate(timeout=LONGEST)
    kept = f"2024/{path.stem}/{path.name}：手工改过，没有覆盖；要覆盖用 --force"
    assert (run.returncode, out.splitlines()) == (
        1,
        [
            f"2024/{path.stem}：batch-kept：{kept}",
            f"{folder / 'out'}：生成 0 个乡镇，1 个没有变化，1 个没有生成",
        ],
    )
    assert {one: one.read_bytes() for one in path.parent.iterdir()} == documents
    assert sorted(rows(folder)) == sorted(
        [["2024", path.stem, f"错误 batch-kept：{kept}"], ["2024", other.stem, ""]]
    )
    assert finished(batch(folder, *call, "--force"))[0] == 0
    assert path.read_text(encoding="utf-8") == text


def test_what_stands_in_the_way_of_one_township_stops_no_other(folder: Path) -> None:
    finished(batch(folder, "--jobs", "1", "--year", "2024"))
    first, second = sorted((folder / "out" / "2024").iterdir())
    shutil.rmtree(first)
    shutil.rmtree(second)
    first.touch()
    code, said = finished(batch(folder, "--jobs", "1", "--year", "2024"))
    assert (code, said) == (1, f"{folder / 'out'}：生成 1 个乡镇，1 个没有生成")
    assert len(list(second.iterdir())) == 4
    told = [row[2] for row in rows(folder) if row[1] == first.name]
    path = first / f"{first.name}.yaml"
    assert told == [f"错误 batch-unwritten：写不了“{path}”：“{first}”是文件，不是文件夹"]


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_killed_five_times_and_gone_on_with_it_is_the_same(
    folder: Path, undisturbed: Path
) -> None:
    for number in range(1, 6):
        run = batch(folder, "--jobs", "2")
        end = time.monotonic() + LONGEST
        while lines(folder) < number and run.poll() is None and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(0.05 * number)
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        if run.stdout:
            run.stdout.close()
        whole = list((folder / "out").rglob("*.docx"))
        assert all(path.read_bytes().startswith(b"PK") for path in whole)
    finished(batch(folder, "--jobs", "2"))
    assert tree(folder) == tree(undisturbed)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_run_says_how_far_it_came(
    folder: Path, undisturbed: Path, jobs: str
) -> None:
    run = batch(folder, "--jobs", jobs)
    while lines(folder) < 1 and run.poll() is None:
        time.sleep(0.01)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does, to all processes of the run
    code, said = finished(run)
    assert code == 130
    assert "已中断" in said
    assert "再运行一次接着做" in said
    finished(batch(folder, "--jobs", "1"))
    assert tree(folder) == tree(undisturbed)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_the_processes_of_a_run_that_is_killed_alone_end_with_it(folder: Path) -> None:
    run = batch(folder, "--jobs", "2")
    while lines(folder) < 1 and run.poll() is None:
        time.sleep(0.01)
    run.kill()
    run.communicate(timeout=LONGEST)  # comes to its end when nobody holds the output any more
    assert run.returncode == -signal.SIGKILL


def test_two_runs_into_one_folder_do_no_harm(folder: Path, undisturbed: Path) -> None:
    runs = [batch(folder, "--jobs", "1") for _ in range(2)]
    assert [finished(run)[0] for run in runs] == [0, 0]
    assert tree(folder) == tree(undisturbed)


# Processes of this machine

HERE: list[str] = []  # what a copy of this process has, and a new one hasn't


def ready() -> None:
    HERE.append("prepared")


def here() -> tuple[bool, list[str]]:
    return signal.getsignal(signal.SIGINT) is signal.SIG_IGN, HERE


def test_a_process_is_prepared_before_its_first_work() -> None:
    with local(2, ready) as pool:
        assert pool.submit(here).result() == (True, ["prepared"])
    assert HERE == []


def test_a_process_has_nothing_of_the_one_that_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "HERE", ["of the parent"])
    with local(2, ready) as pool:
        assert pool.submit(here).result() == (True, ["prepared"])


POOL = """
import os, signal
from plangen.batch.executors import begun, local
if __name__ == "__main__":
    begun()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.killpg(0, signal.SIGINT)  # as a terminal does
    with local(2, os.getpid) as pool:
        print(pool.submit(len, "甲乙").result())
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_processes_that_only_begin_take_no_notice_of_an_interruption(tmp_path: Path) -> None:
    (tmp_path / "pool.py").write_text(POOL, encoding="utf-8")
    call = [sys.executable, str(tmp_path / "pool.py")]
    run = subprocess.run(
        call, capture_output=True, text=True, start_new_session=True, timeout=LONGEST, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "2\n", "")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_another_plangen_in_the_current_folder_is_not_what_the_processes_work_with(
    tmp_path: Path,
) -> None:
    script, here = tmp_path / "bin" / "pool.py", tmp_path / "here"
    for folder in (script.parent, here / "plangen"):
        folder.mkdir(parents=True)
    script.write_text(POOL, encoding="utf-8")
    (here / "plangen" / "__init__.py").write_text("", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, str(script)],
        cwd=here,
        capture_output=True,
        text=True,
        start_new_session=True,
        timeout=LONGEST,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "2\n", "")


@pytest.mark.skipif(sys.platform != "linux", reason="where processes are copies")
def test_where_no_socket_can_be_made_each_process_is_one_by_itself(tmp_path: Path) -> None:
    long = tmp_path / ("long" * 30)
    long.mkdir()
    (tmp_path / "pool.py").write_text(POOL, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, str(tmp_path / "pool.py")],
        capture_output=True,
        text=True,
        start_new_session=True,
        timeout=LONGEST,
        check=False,
        env={**os.environ, "TMPDIR": str(long)},
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "2\n", "")


class Broken(Executor):
    """Takes no work any more, as where a process died at its beginning."""

    def submit(self, *_: object, **__: object) -> NoReturn:
        raise BrokenExecutor


def test_what_could_not_be_given_out_is_done_by_the_next_processes(
    folder: Path, undisturbed: Path
) -> None:
    spec = load((folder / "roadmap.yaml").read_bytes(), str(folder / "roadmap.yaml"))
    assert spec.plan
    assert spec.roadmap
    county = folder / spec.roadmap.plan
    files = Files(
        File(str(county), county.read_bytes()),
        str(folder / spec.roadmap.townships),
        str(folder / "out"),
        Config(),
    )
    opened = open_batch(files, spec.plan, spec.roadmap)
    runner = Runner(opened, Inline, 1, lambda _: None, Broken())
    with closing(opened.stock), closing(runner.journal):
        runner.run()
    assert (runner.progress.now, runner.progress.failed) == (COUNT, 0)
    whole = tree(undisturbed)
    assert tree(folder).items() <= whole.items()


# A cluster


def _process(module: str, *more: str) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    call = [sys.executable, "-m", module, *more, "--no-dashboard"]
    return subprocess.Popen(call, stdout=quiet, stderr=quiet, start_new_session=True)


@pytest.fixture
def scheduler() -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A dask scheduler and two workers, each a process of its own, on loopback."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{one.getsockname()[1]}"
    port = address.rpartition(":")[2]
    head = ["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", port]
    worker = ["distributed.cli.dask_worker", address, "--no-nanny", "--nthreads", "1"]
    started = [_process(*head), _process(*worker), _process(*worker)]
    yield address, started[1:]
    for one_process in started:
        one_process.kill()
        one_process.wait()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_cluster_that_loses_a_worker_makes_the_same(
    folder: Path, undisturbed: Path, scheduler: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = scheduler
    run = batch(folder, "--scheduler", address)
    while lines(folder) < 1 and run.poll() is None:
        time.sleep(0.01)
    workers[0].kill()
    code, _ = finished(run)
    assert code == 0
    assert tree(folder) == tree(undisturbed)


# The journal


def test_half_a_line_of_the_journal_is_passed_over(tmp_path: Path) -> None:
    first, second = (Result(key, 2024, "甲镇", "国家卫生乡镇") for key in ("aa", "bb"))
    with closing(Journal(tmp_path)) as journal:
        journal.add(first)
        with journal.path.open("ab") as out:
            out.write(b'{"key": "cc", "year": 2024, "town')
    with closing(Journal(tmp_path)) as again:
        again.add(second)
        assert [again.result(key) for key in ("aa", "bb", "cc")] == [first, second, None]
    with closing(Journal(tmp_path)) as last:
        assert [last.result(key) for key in ("aa", "bb", "cc")] == [first, second, None]


def test_a_journal_that_two_runs_add_to_is_read_at_the_right_lines(tmp_path: Path) -> None:
    with closing(Journal(tmp_path)) as one, closing(Journal(tmp_path)) as other:
        results = [Result(f"a{n}", 2020 + n, "甲镇", "国家卫生乡镇") for n in range(6)]
        for result, journal in zip(results, (one, other) * 3, strict=True):
            journal.add(result)
        assert [one.result(f"a{n}") for n in (0, 2, 4)] == results[::2]
        assert [other.result(f"a{n}") for n in (1, 3, 5)] == results[1::2]


def test_scraps_of_dead_processes_alone_are_swept(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    names = (f".a.docx.{dead.pid}-0f.tmp", f".a.docx.{os.getpid()}-0f.tmp", ".other.tmp")
    for name in names:
        (tmp_path / name).touch()
    assert [is_alive(tmp_path / name) for name in names] == [False, True, True]
    with closing(Journal(tmp_path)) as journal:
        journal.sweep()
    assert sorted(path.name for path in tmp_path.glob("*.tmp")) == sorted(names[1:])


def test_townships_of_a_brief_county_have_plans_of_up_to_3000_characters(tmp_path: Path) -> None:
    write_brief(tmp_path, 4)
    assert finished(batch(tmp_path, "--jobs", "1"))[0] == 0
    specs = sorted((tmp_path / "out").rglob("*.yaml"))
    cases = [lint(path.read_bytes(), path.name).case for path in specs]
    plans = [case.documents["实施方案"] for case in cases if case]
    assert sorted(sum(map(len, plan.texts())) for plan in plans) == [2795, 2795, 2939, 2939]
