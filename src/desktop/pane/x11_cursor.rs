//! A pane's own pointer with the picture of the remote one (RENDER 0.5), which so follows the hand without any delay.

use x11rb::{
    connection::{Connection, RequestConnection},
    errors::{ReplyError, ReplyOrIdError},
    protocol::{
        render::{self, ConnectionExt as _, PictType},
        xproto::{ConnectionExt as _, CreateGCAux, Cursor, ImageFormat, Window},
    },
    rust_connection::RustConnection,
};

use crate::screen::CursorShape;

/// The depth of pictures with alpha.
const DEPTH: u8 = 32;

/// Makes pointers.
pub(super) struct CursorMaker {
    format: render::Pictformat,
}

impl CursorMaker {
    /// Looks for what it needs; nothing where the server has no pointers with colour and alpha.
    pub(super) fn new(conn: &RustConnection) -> Result<Option<Self>, ReplyError> {
        if conn
            .extension_information(render::X11_EXTENSION_NAME)?
            .is_none()
        {
            return Ok(None);
        }
        let version = conn.render_query_version(0, 11)?.reply()?;
        if (version.major_version, version.minor_version) < (0, 5) {
            return Ok(None);
        }
        let formats = conn.render_query_pict_formats()?.reply()?.formats;
        let format = formats.iter().find(|format| {
            let shifts = (
                format.direct.alpha_shift,
                format.direct.red_shift,
                format.direct.green_shift,
                format.direct.blue_shift,
            );
            format.type_ == PictType::DIRECT
                && format.depth == DEPTH
                && format.direct.alpha_mask == 0xff
                && shifts == (24, 16, 8, 0)
        });
        Ok(format.map(|format| Self { format: format.id }))
    }

    /// Makes one; to be freed when no window needs it any more.
    pub(super) fn make(
        &self,
        conn: &RustConnection,
        window: Window,
        shape: &CursorShape,
    ) -> Result<Cursor, ReplyOrIdError> {
        // Both fit: a shape has at most MAX_CURSOR_SIDE pixels on a side.
        let (width, height) = (shape.size().width as u16, shape.size().height as u16);
        let hot = |value: i32, side: u16| value.clamp(0, i32::from(side) - 1) as u16;
        let (pixmap, gc) = (conn.generate_id()?, conn.generate_id()?);
        let (picture, cursor) = (conn.generate_id()?, conn.generate_id()?);
        let bytes: Vec<u8> = shape
            .pixels()
            .iter()
            .flat_map(|p| p.to_ne_bytes())
            .collect();
        conn.create_pixmap(DEPTH, pixmap, window, width, height)?;
        conn.create_gc(gc, pixmap, &CreateGCAux::new())?;
        conn.put_image(
            ImageFormat::Z_PIXMAP,
            pixmap,
            gc,
            width,
            height,
            0,
            0,
            0,
            DEPTH,
            &bytes,
        )?;
        let looks = render::CreatePictureAux::new();
        conn.render_create_picture(picture, pixmap, self.format, &looks)?;
        let (x, y) = (
            hot(shape.hot_spot().x, width),
            hot(shape.hot_spot().y, height),
        );
        conn.render_create_cursor(cursor, picture, x, y)?;
        conn.render_free_picture(picture)?;
        conn.free_gc(gc)?;
        conn.free_pixmap(pixmap)?;
        Ok(cursor)
    }
}
