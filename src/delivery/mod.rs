//! How the paper travels.
