//! What the window is drawn with: OpenGL, or where there is none, what the system has beside it.

use eframe::{
    CreationContext, Renderer,
    egui_wgpu::{WgpuConfiguration, WgpuSetup, WgpuSetupCreateNew},
    wgpu::{Backend, DeviceType, PowerPreference},
};

use crate::engine::{Drawing, opengl_device};

/// What is tried, one after the other. OpenGL first: in software it has its first frame in half of Vulkan's time, and its library is
/// in every desktop; the second is Vulkan, Direct3D 12 or Metal, which do without it.
pub const IN_ORDER: [Renderer; 2] = [Renderer::Glow, Renderer::Wgpu];

/// Devices that OpenGL has no other word for.
const IN_SOFTWARE: [&str; 5] = [
    "llvmpipe",
    "softpipe",
    "software rasterizer",
    "apple software renderer",
    "gdi generic",
];

/// What draws the window that is being made.
pub fn drawing(window: &CreationContext<'_>) -> Option<Drawing> {
    if let Some(gl) = &window.gl {
        let (device, version) = opengl_device(gl);
        let name = device.to_lowercase();
        return Some(Drawing {
            through: format!("OpenGL {version}"),
            in_software: IN_SOFTWARE.iter().any(|known| name.contains(known)),
            device,
        });
    }
    let info = window.wgpu_render_state.as_ref()?.adapter.get_info();
    Some(Drawing {
        through: match info.backend {
            Backend::Vulkan => "Vulkan",
            Backend::Metal => "Metal",
            Backend::Dx12 => "Direct3D 12",
            Backend::Gl => "OpenGL",
            Backend::BrowserWebGpu | Backend::Noop => "WebGPU",
        }
        .into(),
        in_software: info.device_type == DeviceType::Cpu,
        device: info.name,
    })
}

/// A window with some text in it needs no graphics card that is woken up for it.
pub fn wgpu_options() -> WgpuConfiguration {
    let setup = WgpuSetupCreateNew {
        power_preference: PowerPreference::LowPower,
        ..WgpuSetupCreateNew::without_display_handle()
    };
    WgpuConfiguration {
        wgpu_setup: WgpuSetup::CreateNew(setup),
        ..WgpuConfiguration::default()
    }
}
