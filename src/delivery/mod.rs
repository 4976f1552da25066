//! How the paper travels.

pub mod code;
pub mod contact;
pub mod email;
mod error;
mod file;
mod hex;
mod words;

pub use error::DeliveryError;
pub use file::{
    default_folder, full_path, place_to_save, read, read_at_most, save, save_for_mail,
    suggested_file_name,
};
