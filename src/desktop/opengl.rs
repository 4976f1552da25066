//! Which device OpenGL draws with.

use glow::{Context, HasContext};

/// The device by its own name, as `llvmpipe (LLVM 15.0.6, 256 bits)`, and the version that it draws by. To be asked where the window
/// has just been made, by the thread that made it: nobody else has made another context the current one.
#[allow(unsafe_code)]
pub fn opengl_device(gl: &Context) -> (String, String) {
    // SAFETY: the context is the current one of this thread (see above), and glow has loaded its functions.
    let name = unsafe { gl.get_parameter_string(glow::RENDERER) };
    let version = gl.version();
    (name, format!("{}.{}", version.major, version.minor))
}
