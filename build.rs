//! Gives the program for Windows its icon, what it says of itself, and its manifest. Nothing for any other system.

fn main() -> std::io::Result<()> {
    println!("cargo:rerun-if-changed=assets/windows");
    if std::env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return Ok(());
    }
    winresource::WindowsResource::new()
        .set_icon("assets/windows/hulp.ico")
        .set_manifest_file("assets/windows/hulp.manifest")
        .set("ProductName", "Hulp")
        .set("FileDescription", "Hulp, remote assistance")
        .set("LegalCopyright", "The authors of Hulp")
        .compile_for("hulp")
}
