# What one can do here. `make demo` shows Hulp, `make test` checks it.

.PHONY: help demo test build deps fmt lint doc deny fuzz bench glass reach

help:
	@echo "make demo   install what is missing, build, and show the whole job, novice and expert"
	@echo "make test   every check; the last line counts them"
	@echo "make build  the program, in target/debug/hulp"
	@echo "make deps   the Debian packages of .ci/packages, where missing"
	@echo "make fmt lint doc deny    one check of make test each; fmt also mends"
	@echo "make fuzz   made-up bytes for every decoder (FUZZ_SECS=60 each)"
	@echo "make bench  how fast pictures and messages are made"
	@echo "make reach  how two computers reach each other over networks of every kind, with times"
	@echo "make glass  Hulp beside its rivals in real windows (needs the tool glass: GLASS=its folder)"

demo: deps
	cargo test --locked --quiet --test demo

test: deps
	@.ci/test

build: deps
	cargo build --locked

deps:
	@.ci/deps

fmt:
	cargo fmt

lint: deps
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked --test demo -- -D warnings

doc: deps
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps

deny: deps
	@bash -c '. .ci/tools && deny_check licenses bans sources && deny_advisories'

fuzz: deps
	@.ci/fuzz

bench: deps
	cargo bench --locked

glass: deps
	@benches/glass/run $(ARGS)

reach: deps
	@.ci/reach
