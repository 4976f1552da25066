//! Where the policy is, which only an administrator can write: a file, the registry, or what a device's management put there.

#[cfg(all(unix, not(target_os = "macos")))]
mod file;
#[cfg(target_os = "macos")]
mod managed;
#[cfg(windows)]
mod registry;

#[cfg(all(unix, not(target_os = "macos")))]
pub use file::PolicyPlace;
#[cfg(target_os = "macos")]
pub use managed::PolicyPlace;
#[cfg(windows)]
pub use registry::PolicyPlace;
