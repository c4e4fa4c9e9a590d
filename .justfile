# What one runs all day: `just` lists it. All that must pass is `.ci/run`.

_list:
    @{{just_executable()}} --list --unsorted

# the tests whose names contain one of these words, or all: just test plan route
test *words:
    cargo test --test integration -- {{words}}

# what the compiler, Clippy and rustfmt have to say
lint:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings

# take over what snapshots show now, to be read in the diff: just snapshots score
snapshots *words:
    INSTA_UPDATE=always cargo test --test integration -- {{words}}
    git diff --stat -- '*.snap'

# the bundled assessments as the program sees them
assessments:
    cargo run --quiet -- check assessments --deny correctness,suspicious,translation,style

# the packages for this machine, in target/packages
packages:
    packages/build

# all that must pass
all:
    .ci/run
