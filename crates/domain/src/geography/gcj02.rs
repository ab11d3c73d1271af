//! The shift between WGS-84 and GCJ-02.
//!
//! The formula was never published officially; this is the well-known reconstruction that the open-source
//! libraries `eviltransform`, `coordtransform` and `gcoord` share: a series of sines, laid over the Krasovsky
//! 1940 ellipsoid (semi-major axis 6 378 245 m, squared eccentricity 0.006 693 421 622 965 943). The libraries
//! differ in the axis they take, which moves the result by about a centimetre.

use std::f64::consts::PI;

use super::Coordinate;

/// Semi-major axis of the Krasovsky 1940 ellipsoid, metres.
const SEMI_MAJOR_AXIS_METRES: f64 = 6_378_245.0;
/// Squared first eccentricity of the same ellipsoid.
const ECCENTRICITY_SQUARED: f64 = 0.006_693_421_622_965_943;
/// The inverse converges by a factor of about a thousand per round; the limit is never reached in China.
const INVERSE_ROUNDS_MAX: usize = 30;
/// When the inverse is good enough, degrees (a tenth of a millimetre).
const INVERSE_TOLERANCE_DEGREES: f64 = 1e-9;

/// Whether the shift applies at all: the bounding box that every implementation of the formula uses.
fn shifted_region(lon: f64, lat: f64) -> bool {
    (72.004..=137.8347).contains(&lon) && (0.8293..=55.8271).contains(&lat)
}

/// WGS-84 to GCJ-02. Outside China the position stays as it is.
pub fn wgs84_to_gcj02(wgs84: Coordinate) -> Coordinate {
    if !shifted_region(wgs84.lon, wgs84.lat) {
        return wgs84;
    }
    let (east, north) = shift(wgs84.lon, wgs84.lat);
    Coordinate { lon: wgs84.lon + east, lat: wgs84.lat + north }
}

/// GCJ-02 to WGS-84, by fixed-point iteration on the forward formula: the forward shift of the result gives
/// the input again to within a nanodegree. Outside China the position stays as it is.
pub fn gcj02_to_wgs84(gcj02: Coordinate) -> Coordinate {
    if !shifted_region(gcj02.lon, gcj02.lat) {
        return gcj02;
    }
    let (mut lon, mut lat) = (gcj02.lon, gcj02.lat);
    for _ in 0..INVERSE_ROUNDS_MAX {
        let (east, north) = shift(lon, lat);
        let (off_lon, off_lat) = (lon + east - gcj02.lon, lat + north - gcj02.lat);
        lon -= off_lon;
        lat -= off_lat;
        if off_lon.abs() < INVERSE_TOLERANCE_DEGREES && off_lat.abs() < INVERSE_TOLERANCE_DEGREES {
            break;
        }
    }
    Coordinate { lon, lat }
}

/// The shift at a WGS-84 position, degrees east and north.
fn shift(lon: f64, lat: f64) -> (f64, f64) {
    let (x, y) = (lon - 105.0, lat - 35.0);
    let phi = lat.to_radians();
    let curvature = 1.0 - ECCENTRICITY_SQUARED * phi.sin().powi(2);
    let meridian = SEMI_MAJOR_AXIS_METRES * (1.0 - ECCENTRICITY_SQUARED) / (curvature * curvature.sqrt());
    let parallel = SEMI_MAJOR_AXIS_METRES / curvature.sqrt() * phi.cos();
    ((metres_east(x, y) / parallel).to_degrees(), (metres_north(x, y) / meridian).to_degrees())
}

fn metres_east(x: f64, y: f64) -> f64 {
    300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * x.abs().sqrt()
        + waves(x)
        + (20.0 * (x * PI).sin() + 40.0 * (x / 3.0 * PI).sin()) * 2.0 / 3.0
        + (150.0 * (x / 12.0 * PI).sin() + 300.0 * (x / 30.0 * PI).sin()) * 2.0 / 3.0
}

fn metres_north(x: f64, y: f64) -> f64 {
    -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * x.abs().sqrt()
        + waves(x)
        + (20.0 * (y * PI).sin() + 40.0 * (y / 3.0 * PI).sin()) * 2.0 / 3.0
        + (160.0 * (y / 12.0 * PI).sin() + 320.0 * (y / 30.0 * PI).sin()) * 2.0 / 3.0
}

fn waves(x: f64) -> f64 {
    (20.0 * (6.0 * x * PI).sin() + 20.0 * (2.0 * x * PI).sin()) * 2.0 / 3.0
}
