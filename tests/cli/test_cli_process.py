"""As a process: light to start, quiet when the reader leaves, the same bytes in any locale."""

import os
import subprocess
import sys

import pytest

HEAVY = (
    "torch",
    "transformers",
    "sentencepiece",
    "sacrebleu",
    "py3langid",
    "ftfy",
    "lxml",
    "charset_normalizer",
    "jinja2",
)


def python(code, **environment):
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"], ["score", "--help"]])
def test_help_imports_nothing_heavy(arguments):
    code = (
        f"import sys; from auditor.cli.app import main; main({arguments}); print(sorted({HEAVY} & sys.modules.keys()))"
    )
    ended = python(code.replace(str(HEAVY), str(set(HEAVY))))
    assert ended.stdout.splitlines()[-1] == "[]", ended.stderr


def test_the_package_imports_nothing_heavy():
    ended = python(f"import sys, auditor; print(sorted({set(HEAVY)} & sys.modules.keys()))")
    assert ended.stdout.strip() == "[]"


def test_the_module_runs():
    ended = subprocess.run(
        [sys.executable, "-m", "auditor", "--version"], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout.startswith("auditor ")


@pytest.mark.skipif(os.name != "posix", reason="pipes break differently elsewhere")
def test_a_reader_that_leaves_early_is_no_error():
    code = "import sys; from auditor.cli.app import main; sys.exit(main(['checks']))"
    read, write = os.pipe()
    os.close(read)
    ended = subprocess.run([sys.executable, "-c", code], stdout=write, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(write)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_output_is_utf8_in_an_ascii_locale():
    ended = python(
        "from auditor.cli.app import main; main(['explain', 'unpaired-quote'])", PYTHONIOENCODING="ascii", LC_ALL="C"
    )
    assert "⟦" in ended.stdout, ended.stderr
