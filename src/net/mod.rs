//! Bytes: how the two computers reach each other, and prove their keys.
