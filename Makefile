# Needs Python 3.11 or newer and make; everything else goes into .venv.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

# What plangen renders as an example: every spec of kind plan or roadmap.
PLANS = $(shell grep -lE '^kind: (plan|roadmap)' specs/*.yaml)

.DEFAULT_GOAL := help
.PHONY: help demo test check format golden docs samples bench bench-batch mutate build clean
.DELETE_ON_ERROR:

help: ## 列出各项（默认）
	@echo "用法：make 目标"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.run ## 用 specs/xx-county.yaml 生成一套公文，放在 demo/
	@$(BIN)/plangen render specs/xx-county.yaml -o demo
	@echo "生成的公文："
	@ls -1 $(CURDIR)/demo/*.docx

test: $(VENV)/.test ## 运行全部测试（没有 LibreOffice 时跳过版面测试）
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(VENV)/.dev ## 检查代码：ruff、mypy，以及自动生成的文件是否最新
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict
	$(if $(wildcard docs/generate.py),$(BIN)/python docs/generate.py --check)

format: $(VENV)/.dev ## 整理代码格式
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

golden: $(VENV)/.test ## 重写测试的标准答案，之后用 git diff 看改了什么
	PLANGEN_GOLDEN=1 $(BIN)/python -m pytest -n 2 --dist loadfile

docs: $(VENV)/.run ## 重写 docs/ 中自动生成的部分
	$(BIN)/python docs/generate.py

samples: $(VENV)/.test ## 重新生成 samples/（公文和页面图片，需要 LibreOffice）
	$(BIN)/plangen render $(PLANS) -o samples
	$(BIN)/python -m tests.tools.pictures samples

bench: $(VENV)/.test ## 运行性能测试
	$(BIN)/python benchmarks/run.py

# Nearly an hour for the last number; `make bench-batch TOWNSHIPS=1000` for less.
TOWNSHIPS ?= 100 1000 10000 40000
bench-batch: $(VENV)/.test ## 成批生成的性能测试（TOWNSHIPS=乡镇个数）
	$(BIN)/python benchmarks/batching.py $(TOWNSHIPS)

mutate: $(VENV)/.dev ## 变异测试：改动规则，看测试能不能发现（约十分钟）
	$(BIN)/python -m tests.tools.mutate

build: $(VENV)/.test ## 构建 wheel 和 sdist，放在 dist/
	$(BIN)/python -m build

clean: ## 删除构建、缓存和 demo/（保留 .venv）
	rm -rf build dist demo *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# One stamp for each set of dependencies; installed again only when setup.cfg changes.
$(VENV)/.run: EXTRA :=
$(VENV)/.test: EXTRA := [test]
$(VENV)/.dev: EXTRA := [dev]
$(VENV)/.run $(VENV)/.test $(VENV)/.dev: setup.cfg | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.$(EXTRA)'
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "需要 Python 3.11 以上：make PYTHON=python3.11 …")'
	$(PYTHON) -m venv $(VENV)
