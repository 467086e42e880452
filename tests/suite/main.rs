//! The program from outside: what it says, how it exits, what it leaves on disk.

mod atomicity;
mod bad_input;
mod cases;
mod demo;
mod determinism;
mod pictures;
mod project;
#[cfg(feature = "search")]
mod search;
#[cfg(feature = "serve")]
mod serve;
mod terminal;
