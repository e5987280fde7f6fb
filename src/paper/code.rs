//! A code to scan (二维码) of an address: its dark and light squares, and the same as a picture for
//! the papers that take pictures. One answer for a page, a document, a workbook and a screen.
//!
//! Refuses: colours, and to say where the code leads; the address stands beside it in words.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::domain::terms::Link;
use crate::report::{Cell, Sheet};

/// The squares of a code, the light edge around it included.
pub(crate) struct Code(QrCode);

/// A sheet that is read by a phone: the address in its only row, and its code.
pub(crate) fn code(sheet: &Sheet) -> Option<(Code, &Link)> {
    let rows = sheet.rows();
    let row = rows.get(0).filter(|_| rows.len() == 1)?;
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

    /// The code as a picture (PNG, black and white): one bit a dot, a byte a square.
    pub(super) fn png(&self) -> Option<Vec<u8>> {
        let square = |across, down| match self.is_dark(across, down) {
            true => 0x00,
            false => 0xff,
        };
        let lines = (0..self.size() * Self::DOTS).map(|dot| dot / Self::DOTS);
        let dots = lines.flat_map(|down| (0..self.size()).map(move |across| (across, down)));
        let dots: Vec<u8> = dots.map(|(across, down)| square(across, down)).collect();
        let side = u32::try_from(self.size() * Self::DOTS).ok()?;
        let mut picture = Vec::new();
        let mut encoder = png::Encoder::new(&mut picture, side, side);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        encoder
            .write_header()
            .and_then(|mut writer| {
                writer.write_image_data(&dots)?;
                writer.finish()
            })
            .ok()?;
        Some(picture)
    }
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
