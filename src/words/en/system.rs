//! What the system says where a file cannot be read or written.

texts! {
    System(here);

    /// `kind` is the kind of the error by its name in Rust, `said` what the system calls it.
    error(kind: &str, said: &str): "{said}";
    read_only: "it is read-only";
    link_to_nothing: "it is a link to nothing";
    no_file: "it is no file";
}
