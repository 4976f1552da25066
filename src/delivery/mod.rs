//! How the paper travels.

pub mod code;
pub mod contact;
mod error;
mod file;

pub use error::DeliveryError;
pub use file::{default_folder, full_path, read, save, suggested_file_name};
