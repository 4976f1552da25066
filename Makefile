# What one can do here. `make demo` shows Hulp, `make test` checks it.

.PHONY: help demo test build clean-root newer-sway deb icons licences deps fmt lint doc deny fuzz bench glass macos pages reach screenshots windows

help:
	@echo "make demo   install what is missing, build, and show the whole job, novice and expert"
	@echo "make test   every check; the last line counts them"
	@echo "make build  the program, in target/debug/hulp"
	@echo "make deb    the Debian package, in target/debian"
	@echo "make licences   those of what the program holds of others, which go along with it"
	@echo "make clean-root   a small Debian in target, for the tests to install the package in"
	@echo "make newer-sway   the sway of Debian's next release in target, for the tests to look at the screen of"
	@echo "make icons  the icons in pixels, of the drawings in assets/icons"
	@echo "make screenshots   the README's pictures of the pages, in assets/screenshots"
	@echo "make pages  every page in both looks, in target/tmp/pages (PAGES_LANGUAGE=nl PAGES_TEXT_SIZE=200 PAGES_SIZE=1024x600)"
	@echo "make deps   the Debian packages of .ci/packages, where missing"
	@echo "make fmt lint doc deny    one check of make test each; fmt also mends"
	@echo "make fuzz   made-up bytes for every decoder (FUZZ_SECS=60 each)"
	@echo "make bench  how fast pictures and messages are made"
	@echo "make macos  all of it as a Mac's compiler reads it; nothing runs"
	@echo "make windows  the program for Windows, built here and tried under Wine"
	@echo "make reach  how two computers reach each other over networks of every kind, with times"
	@echo "make glass  Hulp beside its rivals in real windows (needs the tool glass: GLASS=its folder)"

demo: deps
	cargo test --locked --quiet --test demo

test: deps
	@.ci/test

build: deps
	cargo build --locked

deb: deps licences
	@bash -c '. .ci/tools && package_tool && target/tools/bin/cargo-deb deb --locked'

licences:
	@.ci/licences target/third-party-licences.txt

clean-root: deps
	@.ci/clean-root

newer-sway: deps
	@.ci/newer-sway

icons:
	@assets/icons/render
	@assets/macos/icons

screenshots:
	cargo test --locked --test ui -- --ignored --exact pictures::screenshots

pages:
	cargo test --locked --test ui -- --ignored --exact pictures::pages_to_look_at

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

macos: deps
	@.ci/macos

reach: deps
	@.ci/reach

windows:
	@.ci/deps packages-windows
	@.ci/windows
	cargo test --locked --test wine
