//! What headlines come to.
