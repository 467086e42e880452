//! From [`crate::digest::Digest`] to [`crate::site::Site`]: page plan, theme, views. Pure.
