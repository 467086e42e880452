//! The digest that `standfirst init --demo` writes: the files of `examples/demo`, embedded.

/// A file of `examples/demo`: its path in the project and its text.
macro_rules! file {
    ($path:literal) => {
        ($path, include_str!(concat!("../../../examples/demo/", $path)))
    };
}

/// The article that every new project begins with.
pub(super) const SAMPLE: (&str, &str) = file!("seeds/1969-07-21-moon-landing.md");

/// All files of the demo. That none is forgotten is tested in `tests/suite/demo.rs`.
pub(super) const FILES: &[(&str, &str)] = &[
    file!("config.yaml"),
    file!("seeds/1961-05-25-moon-goal.md"),
    SAMPLE,
    file!("seeds/1989-11-09-wall.txt"),
    file!("seeds/1989-12-25-ode-to-freedom.md"),
    file!("seeds/1990-02-11-mandela-released.md"),
    file!("seeds/2014-11-09-wall-anniversary.md"),
    file!("seeds/apollo-13.txt"),
    file!("seeds/apollo-soyuz.md"),
    file!("seeds/channel-tunnel.md"),
    file!("seeds/euro-cash.txt"),
    file!("seeds/german-unity.md"),
    file!("seeds/heart-transplant.txt"),
    file!("seeds/human-genome.md"),
    file!("seeds/mandela-president.md"),
    file!("seeds/montreal-protocol.md"),
    file!("seeds/ozone-nobel-prize.txt"),
    file!("seeds/rugby-world-cup.md"),
    file!("seeds/smallpox-eradicated.md"),
];
