//! A code to scan (二维码) of an address: its dark and light squares, and the same as a picture for
//! the papers that take pictures. One answer for a page, a document, a workbook and a screen.
//!
//! Refuses: colours, and to say where the code leads; the address stands beside it in words.

use std::io::Write;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use qrcodegen::{QrCode, QrCodeEcc};

use crate::domain::terms::Link;
use crate::report::{Cell, Sheet};

/// The squares of a code, the light edge around it included.
pub(crate) struct Code(QrCode);

/// A sheet that is read by a phone: the address in its only row, and its code.
pub(crate) fn code(sheet: &Sheet) -> Option<(Code, &Link)> {
    let [row] = sheet.rows() else {
        return None;
    };
    let link = row.iter().find_map(Cell::link)?;
    Some((Code::of(link)?, link))
}

impl Code {
    /// So many squares stay light on each side, or no phone finds the code.
    const EDGE: usize = 4;
    /// A square of the picture is so many dots wide: one byte of it.
    const DOTS: usize = 8;

    /// A third of it may be hidden by a fold or a stamp. An address is never too long for a code.
    fn of(link: &Link) -> Option<Self> {
        QrCode::encode_text(link.as_str(), QrCodeEcc::Medium)
            .ok()
            .map(Self)
    }

    /// How many squares it is wide and high.
    pub(crate) fn size(&self) -> usize {
        usize::try_from(self.0.size()).unwrap_or_default() + 2 * Self::EDGE
    }

    /// Whether a square is dark, counted from the upper left.
    pub(crate) fn is_dark(&self, across: usize, down: usize) -> bool {
        let place = |at: usize| i32::try_from(at.checked_sub(Self::EDGE)?).ok();
        match (place(across), place(down)) {
            (Some(x), Some(y)) => self.0.get_module(x, y),
            (None, _) | (_, None) => false,
        }
    }

    /// The code as a picture (PNG, black and white).
    pub(super) fn png(&self) -> Option<Vec<u8>> {
        let side = self.size() * Self::DOTS;
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
        for down in 0..side {
            let dots =
                (0..self.size()).map(|across| match self.is_dark(across, down / Self::DOTS) {
                    true => 0x00,
                    false => 0xff,
                });
            // Each line says first that it is written as it is.
            let line: Vec<u8> = std::iter::once(0).chain(dots).collect();
            packed.write_all(&line).ok()?;
        }
        let side = u32::try_from(side).unwrap_or(u32::MAX).to_be_bytes();
        // One bit a dot, grey, and nothing unusual.
        let head = [&side[..], &side, &[1, 0, 0, 0, 0]].concat();
        let parts = [
            part(*b"IHDR", &head),
            part(*b"IDAT", &packed.finish().ok()?),
            part(*b"IEND", &[]),
        ];
        Some([b"\x89PNG\r\n\x1a\n".to_vec(), parts.concat()].concat())
    }
}

/// A part of a picture: its length, name, content and sum.
fn part(name: [u8; 4], content: &[u8]) -> Vec<u8> {
    let mut sum = Crc::new();
    sum.update(&name);
    sum.update(content);
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
    [
        &length.to_be_bytes()[..],
        &name,
        content,
        &sum.sum().to_be_bytes(),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_address_has_a_code() {
        let most = "https://a.cn/".len();
        let link = format!("https://a.cn/{}", "é".repeat((Link::BYTES_MOST - most) / 2));
        let link = Link::parse(&link).expect("just short enough");
        assert!(Code::of(&link).is_some());
    }
}
