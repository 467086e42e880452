//! Turns the outcome of the command into the exit code of the process, and nothing else.

fn main() -> std::process::ExitCode {
    standfirst::cli::main()
}
