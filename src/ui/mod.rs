//! The window: shows a View, sends Commands; the only folder that says egui.
