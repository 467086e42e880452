//! From [`crate::site::Site`] to disk.
