//! VP8 by libvpx, in its real-time manner: a picture in, a frame out, nothing ahead or behind.
#![allow(unsafe_code)]

use std::{ffi::CStr, mem::MaybeUninit, ptr, slice};

use vpx_sys::{
    VPX_ENCODER_ABI_VERSION, vp8e_enc_control_id, vpx_codec_control_, vpx_codec_ctx_t,
    vpx_codec_cx_pkt_kind, vpx_codec_destroy, vpx_codec_enc_cfg_t, vpx_codec_enc_config_default,
    vpx_codec_enc_config_set, vpx_codec_enc_init_ver, vpx_codec_encode, vpx_codec_err_t,
    vpx_codec_err_to_string, vpx_codec_get_cx_data, vpx_codec_vp8_cx, vpx_image_t, vpx_img_fmt,
    vpx_img_wrap, vpx_kf_mode, vpx_rc_mode,
};

use crate::screen::{Size, VideoCoder, VideoPicture};

/// Pictures are taken to come so often: an update may take as many bytes as the line carries meanwhile.
const PICTURES_PER_SECOND: u32 = 24;
/// libvpx's quantizers: no finer one than this, for what is seen for a moment, and hardly a coarser one than that.
const QUANTIZERS: (u32, u32) = (10, 60);
/// Of VP8's versions the one with simple filters (RFC 6386, section 9.1): half the time to unpack, and in films of a desktop no
/// worse.
const PROFILE: u32 = 1;
/// libvpx's speed: 6 packs best of those that take less than 2 ms for 640 x 360; 16 takes three quarters of that and twice the
/// bytes. Below zero, it is fixed rather than chosen by how fast the machine seems to be.
const SPEED: i32 = -6;
/// The first picture may take so many times what the others do, in percent.
const MAX_FIRST_PERCENT: u32 = 300;
/// How far pictures may run ahead of their bytes, and how much of that is there at the beginning.
const BUFFER_MS: u32 = 240;
/// The line's rate is told anew when it is further off than one part in so many.
const RATE_TOLERANCE: u32 = 10;
/// What any line carries, in kbit/s, and what none has to.
const RATES: (u32, u32) = (64, 40_000);

/// One stream.
pub(super) struct Vpx {
    /// In a place of its own, for libvpx keeps its address.
    context: Box<vpx_codec_ctx_t>,
    config: vpx_codec_enc_cfg_t,
    size: Size,
    pictures: i64,
}

// SAFETY: libvpx ties a context to no thread; it asks only that two threads do not use one at once, which `&mut` sees to.
unsafe impl Send for Vpx {}

/// libvpx's own words.
#[derive(Debug, thiserror::Error)]
#[error("libvpx: {0}")]
pub(super) struct VpxError(String);

impl Vpx {
    /// A stream of pictures of this size.
    ///
    /// # Errors
    /// When libvpx refuses.
    pub(super) fn new(size: Size) -> Result<Self, VpxError> {
        // SAFETY: takes nothing, and gives the address of something that is always there.
        let interface = unsafe { vpx_codec_vp8_cx() };
        let mut config = MaybeUninit::<vpx_codec_enc_cfg_t>::zeroed();
        // SAFETY: the interface is libvpx's own; it writes the whole of the configuration that the pointer is valid for.
        check(unsafe { vpx_codec_enc_config_default(interface, config.as_mut_ptr(), 0) })?;
        // SAFETY: it was just written, and without an error.
        let mut config = unsafe { config.assume_init() };
        (config.g_w, config.g_h) = (size.width, size.height);
        (config.g_timebase.num, config.g_timebase.den) = (1, PICTURES_PER_SECOND as i32);
        config.g_profile = PROFILE;
        config.g_threads = 1;
        config.g_lag_in_frames = 0;
        config.kf_mode = vpx_kf_mode::VPX_KF_DISABLED;
        config.rc_end_usage = vpx_rc_mode::VPX_CBR;
        config.rc_dropframe_thresh = 0;
        (config.rc_min_quantizer, config.rc_max_quantizer) = QUANTIZERS;
        config.rc_buf_sz = BUFFER_MS;
        (config.rc_buf_initial_sz, config.rc_buf_optimal_sz) = (BUFFER_MS / 2, BUFFER_MS / 2);

        let context = MaybeUninit::<vpx_codec_ctx_t>::zeroed();
        // SAFETY: a C structure of numbers and pointers, all of which may be zero; libvpx itself clears it first.
        let mut context = Box::new(unsafe { context.assume_init() });
        // SAFETY: both pointers are valid for the call; the context stays where it is until `Drop`. libvpx copies the
        // configuration for its own use, or refuses if it was made for another version.
        check(unsafe {
            vpx_codec_enc_init_ver(
                &raw mut *context,
                interface,
                &raw const config,
                0,
                VPX_ENCODER_ABI_VERSION as i32,
            )
        })?;
        let mut this = Self {
            context,
            config,
            size,
            pictures: 0,
        };
        this.control(vp8e_enc_control_id::VP8E_SET_CPUUSED, SPEED)?;
        let first = MAX_FIRST_PERCENT as i32;
        this.control(vp8e_enc_control_id::VP8E_SET_MAX_INTRA_BITRATE_PCT, first)?;
        Ok(this)
    }

    fn control(&mut self, what: vp8e_enc_control_id, value: i32) -> Result<(), VpxError> {
        // SAFETY: the context was begun without an error; each of the two controls that are used takes one int.
        check(unsafe { vpx_codec_control_(&raw mut *self.context, what as i32, value) })
    }

    /// From now on pictures should take so many bytes each.
    fn keep_to(&mut self, bytes: usize) -> Result<(), VpxError> {
        let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
        let rate = bytes.saturating_mul(PICTURES_PER_SECOND) / 125; // bytes a second as kbit
        let rate = rate.clamp(RATES.0, RATES.1);
        if rate.abs_diff(self.config.rc_target_bitrate) <= rate / RATE_TOLERANCE {
            return Ok(());
        }
        self.config.rc_target_bitrate = rate;
        // SAFETY: both are valid for the call, and the configuration is the one it was begun with but for the rate.
        check(unsafe { vpx_codec_enc_config_set(&raw mut *self.context, &raw const self.config) })
    }

    fn pack(&mut self, picture: &VideoPicture) -> Result<Vec<u8>, VpxError> {
        let mut image = MaybeUninit::<vpx_image_t>::zeroed();
        let (width, height) = (self.size.width, self.size.height);
        let [luma, blue, red] = picture.each_plane().map(|plane| plane.as_ptr().cast_mut());
        // SAFETY: libvpx fills in the image, which it only makes point into the plane: nothing is read or written yet.
        let wrapped = unsafe {
            let format = vpx_img_fmt::VPX_IMG_FMT_I420;
            vpx_img_wrap(image.as_mut_ptr(), format, width, height, 1, luma)
        };
        // SAFETY: null, or the image, which was just filled in and nobody else has.
        let Some(wrapped) = (unsafe { wrapped.as_mut() }) else {
            return Err(VpxError("the picture does not suit it".into()));
        };
        // By itself it takes tints for half the size rounded down, and reads others than those when a side is odd.
        (wrapped.planes[1], wrapped.planes[2]) = (blue, red);
        let tints_in_row = width.div_ceil(2) as i32;
        (wrapped.stride[1], wrapped.stride[2]) = (tints_in_row, tints_in_row);
        const REAL_TIME: std::ffi::c_ulong = 1;
        // SAFETY: the context was begun without an error. Each plane of the image has as many bytes as its rows without gaps, half
        // the sides rounded up for tints, which is what libvpx reads; they are not written, and outlive the call.
        check(unsafe {
            vpx_codec_encode(
                &raw mut *self.context,
                image.as_ptr(),
                self.pictures,
                1,
                0,
                REAL_TIME,
            )
        })?;
        self.pictures += 1;
        Ok(self.packed())
    }

    /// What the last picture became.
    fn packed(&mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut place = ptr::null();
        loop {
            // SAFETY: the context was begun without an error; `place` is null or what the call before put there.
            let packet = unsafe { vpx_codec_get_cx_data(&raw mut *self.context, &raw mut place) };
            // SAFETY: null, or a packet that stays valid until the next call.
            let Some(packet) = (unsafe { packet.as_ref() }) else {
                return bytes;
            };
            if packet.kind == vpx_codec_cx_pkt_kind::VPX_CODEC_CX_FRAME_PKT {
                // SAFETY: of this kind, so `frame` is the member that was written; so many bytes are valid there.
                bytes.extend_from_slice(unsafe {
                    let frame = packet.data.frame;
                    slice::from_raw_parts(frame.buf.cast(), frame.sz)
                });
            }
        }
    }
}

impl VideoCoder for Vpx {
    fn encode(&mut self, picture: &VideoPicture, bytes: usize) -> Option<Vec<u8>> {
        if picture.size() != self.size {
            return None;
        }
        let packed = self.keep_to(bytes).and_then(|()| self.pack(picture));
        packed
            .inspect_err(|error| tracing::warn!(%error, "videos go as photos from now on"))
            .ok()
    }
}

impl Drop for Vpx {
    fn drop(&mut self) {
        // SAFETY: the context was begun without an error, and is not used any more.
        unsafe { vpx_codec_destroy(&raw mut *self.context) };
    }
}

/// Its error in words.
fn check(result: vpx_codec_err_t) -> Result<(), VpxError> {
    if result == vpx_codec_err_t::VPX_CODEC_OK {
        return Ok(());
    }
    // SAFETY: takes a number, and gives a text that is always there.
    let words = unsafe { CStr::from_ptr(vpx_codec_err_to_string(result)) };
    Err(VpxError(words.to_string_lossy().into_owned()))
}
