//! Places on the map: coordinates, the reference systems they come in, and which polygon a point lies in.
//!
//! Everything inside Whistle is kept in CGCS2000. WGS-84 and CGCS2000 differ by centimetres, far below what a
//! phone or a grid boundary means, so one is read as the other. GCJ-02, which phones in China report through
//! commercial map kits, is off by hundreds of metres: it is converted, and the original is kept beside the
//! result, because a conversion is never silent.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

mod distance;
mod gcj02;
mod polygon;
#[cfg(test)]
mod tests;

pub use gcj02::{gcj02_to_wgs84, wgs84_to_gcj02};
pub use polygon::{Polygon, RING_POSITIONS_MAX};

/// Why a coordinate or a polygon is refused.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum GeographyError {
    /// Not a number, or infinite.
    #[error("the coordinate is not a finite number")]
    NotFinite,
    /// Longitude outside −180…180 degrees.
    #[error("longitude {0} is outside -180 to 180")]
    Longitude(f64),
    /// Latitude outside −90…90 degrees.
    #[error("latitude {0} is outside -90 to 90")]
    Latitude(f64),
    /// A reference system that Whistle cannot convert.
    #[error("unknown coordinate reference system `{0}`, expected CGCS2000, WGS84 or GCJ02")]
    UnknownCrs(String),
    /// The last position of a ring is not the first one.
    #[error("the ring is not closed: its last position must repeat the first")]
    RingOpen,
    /// Fewer than three different corners.
    #[error("the ring has {0} positions, at least 4 are needed")]
    RingTooShort(usize),
    /// More positions than a grid may have.
    #[error("the ring has {0} positions, at most {RING_POSITIONS_MAX} are allowed")]
    RingTooLong(usize),
    /// Two sides of the ring cross or touch, or a corner comes twice.
    #[error("the ring crosses or touches itself near position {0}")]
    RingCrossesItself(usize),
}

/// A coordinate reference system that a position may come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Crs {
    /// The national system of China; what Whistle stores.
    #[default]
    Cgcs2000,
    /// GPS. The same as CGCS2000 at our accuracy.
    Wgs84,
    /// The shifted system of commercial maps in China.
    Gcj02,
}

impl Crs {
    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cgcs2000 => "CGCS2000",
            Self::Wgs84 => "WGS84",
            Self::Gcj02 => "GCJ02",
        }
    }
}

impl fmt::Display for Crs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Crs {
    type Err = GeographyError;

    /// Lenient about case, and about the hyphen in `WGS-84`, `GCJ-02`.
    fn from_str(text: &str) -> Result<Self, GeographyError> {
        let folded = text.trim().to_ascii_uppercase().replace('-', "");
        [Self::Cgcs2000, Self::Wgs84, Self::Gcj02]
            .into_iter()
            .find(|crs| crs.code() == folded)
            .ok_or_else(|| GeographyError::UnknownCrs(text.chars().take(40).collect()))
    }
}

impl From<Crs> for String {
    fn from(crs: Crs) -> Self {
        crs.code().to_owned()
    }
}

impl TryFrom<String> for Crs {
    type Error = GeographyError;

    fn try_from(text: String) -> Result<Self, GeographyError> {
        text.parse()
    }
}

/// A longitude and a latitude in degrees, finite and in range. Written `[lon, lat]`, as in GeoJSON.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(into = "[f64; 2]", try_from = "[f64; 2]")]
pub struct Coordinate {
    lon: f64,
    lat: f64,
}

impl Coordinate {
    /// A coordinate, when both numbers make sense.
    pub fn new(lon: f64, lat: f64) -> Result<Self, GeographyError> {
        if !lon.is_finite() || !lat.is_finite() {
            return Err(GeographyError::NotFinite);
        }
        if !(-180.0..=180.0).contains(&lon) {
            return Err(GeographyError::Longitude(lon));
        }
        if !(-90.0..=90.0).contains(&lat) {
            return Err(GeographyError::Latitude(lat));
        }
        Ok(Self { lon, lat })
    }

    /// Degrees east.
    pub const fn lon(self) -> f64 {
        self.lon
    }

    /// Degrees north.
    pub const fn lat(self) -> f64 {
        self.lat
    }
}

impl From<Coordinate> for [f64; 2] {
    fn from(coordinate: Coordinate) -> Self {
        [coordinate.lon, coordinate.lat]
    }
}

impl TryFrom<[f64; 2]> for Coordinate {
    type Error = GeographyError;

    fn try_from([lon, lat]: [f64; 2]) -> Result<Self, GeographyError> {
        Self::new(lon, lat)
    }
}

/// A position as it was given, in its own reference system.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenPosition {
    /// Degrees east, in `crs`.
    pub lon: f64,
    /// Degrees north, in `crs`.
    pub lat: f64,
    /// The reference system.
    pub crs: Crs,
}

/// Where something is: what is stored with a case.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Degrees east, CGCS2000.
    pub lon: f64,
    /// Degrees north, CGCS2000.
    pub lat: f64,
    /// What was given, when it had to be converted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<GivenPosition>,
}

impl Place {
    /// The point; none where an event holds what was never a coordinate.
    pub fn coordinate(&self) -> Option<Coordinate> {
        Coordinate::new(self.lon, self.lat).ok()
    }

    /// The place of a position given in `crs`.
    pub fn given(lon: f64, lat: f64, crs: Crs) -> Result<Self, GeographyError> {
        let given = Coordinate::new(lon, lat)?;
        Ok(match crs {
            Crs::Cgcs2000 | Crs::Wgs84 => Self { lon, lat, original: None },
            Crs::Gcj02 => {
                let converted = gcj02_to_wgs84(given);
                Self {
                    lon: converted.lon,
                    lat: converted.lat,
                    original: Some(GivenPosition { lon, lat, crs: Crs::Gcj02 }),
                }
            }
        })
    }
}
