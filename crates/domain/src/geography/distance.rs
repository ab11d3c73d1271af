//! How far two points are from each other.

use super::Coordinate;

/// Mean radius of the Earth in metres (IUGG, R₁).
const EARTH_RADIUS_METRES: f64 = 6_371_008.8;
/// What a box is made wider by, so that no rounding leaves out what lies on its edge.
const MARGIN: f64 = 1.01;

impl Coordinate {
    /// Great-circle distance in metres, by the haversine formula. The Earth is no sphere: half a percent off at most.
    pub fn metres_to(self, other: Self) -> f64 {
        let (south, north) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = (north - south) / 2.0;
        let half_lon = (other.lon - self.lon).to_radians() / 2.0;
        let square = half_lat.sin().powi(2) + south.cos() * north.cos() * half_lon.sin().powi(2);
        2.0 * EARTH_RADIUS_METRES * square.sqrt().min(1.0).asin()
    }

    /// The south-western and the north-eastern corner of a box that holds every point within `metres`, a few kilometres
    /// at most, and some more. It does not reach over the 180th meridian.
    pub fn box_around(self, metres: f64) -> [Self; 2] {
        let lat_reach = (metres / EARTH_RADIUS_METRES).to_degrees() * MARGIN;
        let (south, north) = ((self.lat - lat_reach).max(-90.0), (self.lat + lat_reach).min(90.0));
        let narrowest = south.to_radians().cos().min(north.to_radians().cos());
        // Around a pole every meridian is near.
        let lon_reach = if narrowest > 0.01 { lat_reach / narrowest } else { 360.0 };
        let (west, east) = ((self.lon - lon_reach).max(-180.0), (self.lon + lon_reach).min(180.0));
        [Self { lon: west, lat: south }, Self { lon: east, lat: north }]
    }
}
