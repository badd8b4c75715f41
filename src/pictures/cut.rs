//! What of a picture is shown, and what of it matters most where there is not room for all.

use serde::{Deserialize, Serialize};

use super::read::Decoded;

/// The shape that a picture is cut to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Crop {
    #[default]
    Whole,
    Wide,
    Standard,
    Square,
}

/// Where in the picture that is which must not be cut away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Focus {
    TopLeft,
    Top,
    TopRight,
    Left,
    #[default]
    Middle,
    Right,
    BottomLeft,
    Bottom,
    BottomRight,
}

impl Crop {
    pub const ALL: [Self; 4] = [Self::Whole, Self::Wide, Self::Standard, Self::Square];

    /// As it is stored and sent.
    pub fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Wide => "wide",
            Self::Standard => "standard",
            Self::Square => "square",
        }
    }

    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|crop| crop.name() == name)
    }

    /// Breadth to height.
    fn ratio(self) -> Option<(u32, u32)> {
        match self {
            Self::Whole => None,
            Self::Wide => Some((16, 9)),
            Self::Standard => Some((4, 3)),
            Self::Square => Some((1, 1)),
        }
    }
}

impl Focus {
    pub const ALL: [Self; 9] = [
        Self::TopLeft,
        Self::Top,
        Self::TopRight,
        Self::Left,
        Self::Middle,
        Self::Right,
        Self::BottomLeft,
        Self::Bottom,
        Self::BottomRight,
    ];

    /// As it is stored and sent.
    pub fn name(self) -> &'static str {
        match self {
            Self::TopLeft => "top_left",
            Self::Top => "top",
            Self::TopRight => "top_right",
            Self::Left => "left",
            Self::Middle => "middle",
            Self::Right => "right",
            Self::BottomLeft => "bottom_left",
            Self::Bottom => "bottom",
            Self::BottomRight => "bottom_right",
        }
    }

    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|focus| focus.name() == name)
    }

    /// The class that the style sheet knows it by.
    pub fn class(self) -> &'static str {
        match self {
            Self::TopLeft => "focus-top-left",
            Self::Top => "focus-top",
            Self::TopRight => "focus-top-right",
            Self::Left => "focus-left",
            Self::Middle => "focus-middle",
            Self::Right => "focus-right",
            Self::BottomLeft => "focus-bottom-left",
            Self::Bottom => "focus-bottom",
            Self::BottomRight => "focus-bottom-right",
        }
    }

    /// Which half of what is too much is cut away before it, across and down: none, one or both.
    fn halves(self) -> (u32, u32) {
        match self {
            Self::TopLeft => (0, 0),
            Self::Top => (1, 0),
            Self::TopRight => (2, 0),
            Self::Left => (0, 1),
            Self::Middle => (1, 1),
            Self::Right => (2, 1),
            Self::BottomLeft => (0, 2),
            Self::Bottom => (1, 2),
            Self::BottomRight => (2, 2),
        }
    }
}

/// The picture in the shape that is wanted: as much of it as there is room for, at its focus.
pub(super) fn cut(decoded: Decoded, crop: Crop, focus: Focus) -> Decoded {
    let Some((across, down)) = crop.ratio() else { return decoded };
    let (width, height) = (decoded.picture.width(), decoded.picture.height());
    let (x, y, wide, high) = frame((width, height), (across, down), focus);
    Decoded { picture: decoded.picture.crop_imm(x, y, wide, high), ..decoded }
}

/// Where the frame begins, and how large it is.
pub(super) fn frame(
    (width, height): (u32, u32),
    (across, down): (u32, u32),
    focus: Focus,
) -> (u32, u32, u32, u32) {
    // Pictures are so small by now that none of these products is too large.
    let wide = width.min(height * across / down).max(1);
    let high = height.min(width * down / across).max(1);
    let (right, below) = focus.halves();
    ((width - wide) * right / 2, (height - high) * below / 2, wide, high)
}
