//! A picture in a document: where it lies in the package, and the run that shows it.
//!
//! Refuses: pictures from elsewhere.

use super::xml::escaped;

/// What the text calls it by.
pub(super) fn id(place: usize) -> String {
    format!("rId{}", 20 + place)
}

/// The part that holds it.
pub(super) fn file(place: usize) -> String {
    format!("word/media/code{place}.png")
}

/// A run with a square picture, 40 mm wide; its words are for who does not see it.
pub(super) fn shown(place: usize, words: &str) -> String {
    /// English metric units: 36,000 to the millimetre.
    const SIDE: u32 = 40 * 36_000;
    const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";
    let (id, words) = (id(place), escaped(words));
    format!(
        r#"<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{SIDE}" cy="{SIDE}"/><wp:docPr id="{place}" name="code{place}" descr="{words}"/><a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture"><pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{place}" name="code{place}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{SIDE}" cy="{SIDE}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
    )
}
