use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn at(lon: f64, lat: f64) -> Coordinate {
    Coordinate::new(lon, lat).unwrap()
}

fn polygon(ring: &[(f64, f64)]) -> Result<Polygon, GeographyError> {
    Polygon::new(ring.iter().map(|&(lon, lat)| at(lon, lat)).collect())
}

fn rectangle(west: f64, south: f64, east: f64, north: f64) -> Polygon {
    polygon(&[(west, south), (east, south), (east, north), (west, north), (west, south)]).unwrap()
}

/// The vectors are those of `eviltransform`'s own tests; it lays the series over a sphere-like WGS-84 axis,
/// hence the tolerance of a tenth of a microdegree and a bit.
#[rstest]
#[case::shanghai((121.527_210_6, 31.177_427_6), (121.531_541_859_215, 31.175_303_983_645_97))]
#[case::shenzhen((113.912_316, 22.543_847), (113.917_176_480_836_3, 22.540_796_131_694_766))]
#[case::beijing((116.377_817, 39.911_954), (116.384_047_224_556_57, 39.913_345_445_360_69))]
fn published_vectors_are_met_in_both_directions(#[case] wgs84: (f64, f64), #[case] gcj02: (f64, f64)) {
    let there = wgs84_to_gcj02(at(wgs84.0, wgs84.1));
    assert!((there.lon() - gcj02.0).abs() < 2e-7 && (there.lat() - gcj02.1).abs() < 2e-7, "{there:?}");
    let back = gcj02_to_wgs84(at(gcj02.0, gcj02.1));
    assert!((back.lon() - wgs84.0).abs() < 2e-7 && (back.lat() - wgs84.1).abs() < 2e-7, "{back:?}");
}

proptest! {
    #[test]
    fn a_round_trip_returns_to_the_same_place(lon in 73.0..137.0f64, lat in 1.0..55.0f64) {
        let back = gcj02_to_wgs84(wgs84_to_gcj02(at(lon, lat)));
        prop_assert!((back.lon() - lon).abs() < 1e-8 && (back.lat() - lat).abs() < 1e-8);
    }

    /// Two irregular neighbours share the edge from `(0.5, 0)` over `middle` to `top`.
    #[test]
    fn every_point_of_a_shared_edge_belongs_to_exactly_one_neighbour(
        middle in (0.2..0.8f64, 0.2..0.8f64),
        top in 0.1..0.9f64,
        along in 0.0..1.0f64,
    ) {
        let west = polygon(&[(0.0, 0.0), (0.5, 0.0), middle, (top, 1.0), (0.0, 1.0), (0.0, 0.0)]).unwrap();
        let east = polygon(&[(0.5, 0.0), (1.0, 0.0), (1.0, 1.0), (top, 1.0), middle, (0.5, 0.0)]).unwrap();
        prop_assert!(!west.overlaps(&east) && !east.overlaps(&west));
        let on_edge = at(middle.0 + along * (top - middle.0), middle.1 + along * (1.0 - middle.1) * 0.999);
        for point in [on_edge, at(middle.0, middle.1), at(0.5, 0.0)] {
            prop_assert!(west.contains(point) != east.contains(point), "{point:?}");
        }
    }
}

#[test]
fn distances_are_those_of_a_great_circle() {
    let degree = at(0.0, 0.0).metres_to(at(0.0, 1.0));
    assert!((degree - 111_195.08).abs() < 0.01, "{degree}");
    // From Nashville to Los Angeles, the usual example of the formula, on this radius.
    let flight = at(-86.67, 36.12).metres_to(at(-118.40, 33.94));
    assert!((flight - 2_886_448.0).abs() < 10.0, "{flight}");
    let across = at(0.0, 0.0).metres_to(at(180.0, 0.0));
    assert!((across - 20_015_114.0).abs() < 1.0, "{across}");
    assert!(at(113.1, 28.2).metres_to(at(113.1, 28.2)).abs() < f64::EPSILON);
}

proptest! {
    #[test]
    fn what_lies_near_lies_in_the_box(
        lon in -179.0..179.0f64,
        lat in -89.999..89.999f64,
        (north, east) in (-0.012..0.012f64, -0.012..0.012f64),
        metres in 1.0..1_000.0f64,
    ) {
        let here = at(lon, lat);
        let there = at((lon + east / lat.to_radians().cos()).clamp(-180.0, 180.0), (lat + north).clamp(-90.0, 90.0));
        let [south_west, north_east] = here.box_around(metres);
        let inside = (south_west.lon()..=north_east.lon()).contains(&there.lon())
            && (south_west.lat()..=north_east.lat()).contains(&there.lat());
        prop_assert!(inside || here.metres_to(there) > metres, "{there:?}");
        let far = here.metres_to(there) > 2.0 * metres;
        prop_assert!(!inside || !far || lat.abs() > 80.0, "the box is no larger than it must be");
    }
}

#[test]
fn outside_china_nothing_is_shifted() {
    for place in [at(-104.990_3, 39.739_2), at(2.35, 48.85), at(151.2, -33.87)] {
        assert_eq!(wgs84_to_gcj02(place), place);
        assert_eq!(gcj02_to_wgs84(place), place);
    }
}

#[test]
fn a_converted_place_keeps_what_was_given() {
    let place = Place::given(116.384_047, 39.913_345, "gcj-02".parse().unwrap()).unwrap();
    assert_eq!(place.original, Some(GivenPosition { lon: 116.384_047, lat: 39.913_345, crs: Crs::Gcj02 }));
    assert!((place.lon - 116.377_817).abs() < 2e-6);
    let plain = Place::given(116.4, 39.9, Crs::Wgs84).unwrap();
    assert_eq!(plain, Place { lon: 116.4, lat: 39.9, original: None });
}

#[rstest]
#[case("CGCS2000", Crs::Cgcs2000)]
#[case("cgcs2000", Crs::Cgcs2000)]
#[case("wgs84", Crs::Wgs84)]
#[case("WGS-84", Crs::Wgs84)]
#[case("Gcj02", Crs::Gcj02)]
fn reference_systems_are_read_in_any_case(#[case] text: &str, #[case] crs: Crs) {
    assert_eq!(text.parse(), Ok(crs));
    let written: Crs = serde_json::from_str(&format!("\"{crs}\"")).unwrap();
    assert_eq!(written, crs);
}

#[test]
fn an_unknown_reference_system_is_refused() {
    assert_eq!("BD09".parse::<Crs>(), Err(GeographyError::UnknownCrs("BD09".to_owned())));
    assert!(serde_json::from_str::<Crs>("\"BD09\"").is_err());
}

#[rstest]
#[case(f64::NAN, 0.0)]
#[case(0.0, f64::INFINITY)]
#[case(180.1, 0.0)]
#[case(0.0, -90.1)]
fn impossible_coordinates_are_refused(#[case] lon: f64, #[case] lat: f64) {
    assert!(Coordinate::new(lon, lat).is_err());
    assert!(Place::given(lon, lat, Crs::Gcj02).is_err());
}

#[test]
fn the_boundary_belongs_to_the_eastern_and_northern_neighbour() {
    let southwest = rectangle(0.0, 0.0, 1.0, 1.0);
    let southeast = rectangle(1.0, 0.0, 2.0, 1.0);
    let northwest = rectangle(0.0, 1.0, 1.0, 2.0);
    let northeast = rectangle(1.0, 1.0, 2.0, 2.0);
    let holders = |point: Coordinate| {
        [&southwest, &southeast, &northwest, &northeast].map(|polygon| polygon.contains(point))
    };
    assert_eq!(holders(at(1.0, 0.5)), [false, true, false, false]);
    assert_eq!(holders(at(0.5, 1.0)), [false, false, true, false]);
    assert_eq!(holders(at(1.0, 1.0)), [false, false, false, true]);
    assert_eq!(holders(at(0.0, 0.0)), [true, false, false, false]);
    assert_eq!(holders(at(2.0, 2.0)), [false; 4]);
}

#[test]
fn a_concave_polygon_leaves_its_bay_outside() {
    let u = polygon(&[
        (0.0, 0.0),
        (3.0, 0.0),
        (3.0, 3.0),
        (2.0, 3.0),
        (2.0, 1.0),
        (1.0, 1.0),
        (1.0, 3.0),
        (0.0, 3.0),
        (0.0, 0.0),
    ])
    .unwrap();
    assert!(u.contains(at(0.5, 2.0)) && u.contains(at(2.5, 2.0)) && u.contains(at(1.5, 0.5)));
    assert!(!u.contains(at(1.5, 2.0)));
    assert!(!u.overlaps(&rectangle(1.0, 1.0, 2.0, 3.0)), "something that fills the bay only touches");
    assert!(u.overlaps(&rectangle(1.0, 0.9, 2.0, 3.0)));
}

#[rstest]
#[case::equal((0.0, 0.0, 2.0, 2.0), true)]
#[case::inside((0.5, 0.5, 1.0, 1.0), true)]
#[case::around((-1.0, -1.0, 3.0, 3.0), true)]
#[case::inside_along_an_edge((0.0, 0.5, 1.0, 1.0), true)]
#[case::across((1.0, -1.0, 1.5, 3.0), true)]
#[case::half((1.0, 0.0, 3.0, 2.0), true)]
#[case::beside((2.0, 0.0, 3.0, 2.0), false)]
#[case::beside_part_of_an_edge((2.0, 0.5, 3.0, 1.0), false)]
#[case::at_a_corner((2.0, 2.0, 3.0, 3.0), false)]
#[case::away((5.0, 5.0, 6.0, 6.0), false)]
fn overlap_means_shared_area(#[case] other: (f64, f64, f64, f64), #[case] overlaps: bool) {
    let square = rectangle(0.0, 0.0, 2.0, 2.0);
    let other = rectangle(other.0, other.1, other.2, other.3);
    assert_eq!(square.overlaps(&other), overlaps);
    assert_eq!(other.overlaps(&square), overlaps);
}

#[rstest]
#[case::open(&[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)], GeographyError::RingOpen)]
#[case::short(&[(0.0, 0.0), (1.0, 0.0), (0.0, 0.0)], GeographyError::RingTooShort(3))]
#[case::bow_tie(&[(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)], GeographyError::RingCrossesItself(0))]
#[case::flat(&[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (0.0, 0.0)], GeographyError::RingCrossesItself(1))]
#[case::repeated(&[(0.0, 0.0), (1.0, 0.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)], GeographyError::RingCrossesItself(0))]
fn a_ring_that_bounds_no_area_is_refused(#[case] ring: &[(f64, f64)], #[case] error: GeographyError) {
    assert_eq!(polygon(ring), Err(error));
}

#[test]
fn a_ring_that_is_too_long_is_refused() {
    let ring = vec![at(0.0, 0.0); RING_POSITIONS_MAX + 1];
    assert_eq!(Polygon::new(ring), Err(GeographyError::RingTooLong(RING_POSITIONS_MAX + 1)));
}

#[test]
fn a_polygon_is_written_as_its_ring() {
    let square = rectangle(0.0, 0.0, 1.0, 2.0);
    let text = serde_json::to_string(&square).unwrap();
    assert_eq!(text, "[[0.0,0.0],[1.0,0.0],[1.0,2.0],[0.0,2.0],[0.0,0.0]]");
    assert_eq!(serde_json::from_str::<Polygon>(&text).unwrap(), square);
    assert_eq!(square.doubled_area_square_nanodegrees(), 4 * 10_u128.pow(18));
}
