//! Which polygon a point lies in, decided exactly.
//!
//! Floating-point geometry gives two neighbours different answers about the edge they share. Here every
//! coordinate is first rounded to a nanodegree (a tenth of a millimetre), and all decisions are made on
//! integers, so that they are exact and the same for every polygon.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::{Coordinate, GeographyError};

/// The longest ring that is accepted.
pub const RING_POSITIONS_MAX: usize = 2_000;

/// A corner in half nanodegrees: twice the rounded value, so that the middle of an edge is exact as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Corner {
    x: i64,
    y: i64,
}

impl Corner {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a coordinate in range is below 2^39 half nanodegrees"
    )]
    fn of(coordinate: Coordinate) -> Self {
        let rounded = |degrees: f64| 2 * (degrees * 1e9).round() as i64;
        Self { x: rounded(coordinate.lon()), y: rounded(coordinate.lat()) }
    }

    /// Exact between two corners at rounded positions.
    fn between(self, other: Self) -> Self {
        Self { x: self.x.midpoint(other.x), y: self.y.midpoint(other.y) }
    }
}

/// On which side of the line from `a` to `b` the point lies: greater is left, less is right, equal is on it.
fn side(a: Corner, b: Corner, point: Corner) -> Ordering {
    let (ax, ay) = (i128::from(a.x), i128::from(a.y));
    let cross = (i128::from(b.x) - ax) * (i128::from(point.y) - ay)
        - (i128::from(b.y) - ay) * (i128::from(point.x) - ax);
    cross.cmp(&0)
}

/// A straight side of a polygon.
#[derive(Debug, Clone, Copy)]
struct Edge(Corner, Corner);

impl Edge {
    fn carries(self, point: Corner) -> bool {
        let Self(a, b) = self;
        side(a, b, point).is_eq()
            && (a.x.min(b.x)..=a.x.max(b.x)).contains(&point.x)
            && (a.y.min(b.y)..=a.y.max(b.y)).contains(&point.y)
    }

    /// Whether the two cross at a point inside both.
    fn crosses(self, other: Self) -> bool {
        let (Self(a, b), Self(c, d)) = (self, other);
        let opposite = |one: Ordering, two: Ordering| one != Ordering::Equal && one == two.reverse();
        opposite(side(a, b, c), side(a, b, d)) && opposite(side(c, d, a), side(c, d, b))
    }

    fn meets(self, other: Self) -> bool {
        self.crosses(other)
            || self.carries(other.0)
            || self.carries(other.1)
            || other.carries(self.0)
            || other.carries(self.1)
    }
}

/// A simple polygon without holes, in CGCS2000. Written as a closed ring `[[lon, lat], …]`.
///
/// The boundary belongs to the polygon on its eastern and northern side: a point on an edge shared by two
/// neighbours lies in the neighbour east of it (on a horizontal edge, in the one north of it), and so in
/// exactly one of the two.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(into = "Vec<Coordinate>", try_from = "Vec<Coordinate>")]
pub struct Polygon {
    ring: Vec<Coordinate>,
    corners: Vec<Corner>,
    west: i64,
    south: i64,
    east: i64,
    north: i64,
}

impl From<Polygon> for Vec<Coordinate> {
    fn from(polygon: Polygon) -> Self {
        polygon.ring
    }
}

impl TryFrom<Vec<Coordinate>> for Polygon {
    type Error = GeographyError;

    fn try_from(ring: Vec<Coordinate>) -> Result<Self, GeographyError> {
        Self::new(ring)
    }
}

impl Polygon {
    /// A polygon with this closed ring, in either direction.
    pub fn new(ring: Vec<Coordinate>) -> Result<Self, GeographyError> {
        if ring.len() > RING_POSITIONS_MAX {
            return Err(GeographyError::RingTooLong(ring.len()));
        }
        if ring.len() < 4 {
            return Err(GeographyError::RingTooShort(ring.len()));
        }
        let mut corners: Vec<Corner> = ring.iter().copied().map(Corner::of).collect();
        if corners.first() != corners.last() {
            return Err(GeographyError::RingOpen);
        }
        corners.pop();
        let (mut west, mut south, mut east, mut north) = (i64::MAX, i64::MAX, i64::MIN, i64::MIN);
        for corner in &corners {
            (west, east) = (west.min(corner.x), east.max(corner.x));
            (south, north) = (south.min(corner.y), north.max(corner.y));
        }
        let polygon = Self { ring, corners, west, south, east, north };
        match polygon.first_fault() {
            Some(position) => Err(GeographyError::RingCrossesItself(position)),
            None => Ok(polygon),
        }
    }

    /// The closed ring, as it was given.
    pub fn ring(&self) -> &[Coordinate] {
        &self.ring
    }

    /// Whether the point lies in the polygon; see the type for the rule on the boundary.
    pub fn contains(&self, coordinate: Coordinate) -> bool {
        let point = Corner::of(coordinate);
        self.boxes(point) && self.crossings_odd(point)
    }

    /// Whether the two share any area. Neighbours that share edges or corners do not overlap.
    pub fn overlaps(&self, other: &Self) -> bool {
        if !self.boxes_meet(other) {
            return false;
        }
        if self.edges().any(|edge| other.edges().any(|opposite| edge.crosses(opposite))) {
            return true;
        }
        // No edge crosses another, so each piece of an edge lies wholly inside the other polygon, wholly
        // outside it or wholly on its boundary, and its middle tells which.
        let mut all_on_boundary = true;
        for middle in self.pieces(other) {
            if !other.on_boundary(middle) {
                all_on_boundary = false;
                if other.crossings_odd(middle) {
                    return true;
                }
            }
        }
        // A closed ring that runs wholly along another one is the same ring.
        all_on_boundary
            || other
                .pieces(self)
                .into_iter()
                .any(|middle| !self.on_boundary(middle) && self.crossings_odd(middle))
    }

    /// Twice the area, in square nanodegrees: exact, for checking that grids tile a district without gaps.
    pub fn doubled_area_square_nanodegrees(&self) -> u128 {
        let doubled: i128 = self
            .edges()
            .map(|Edge(a, b)| i128::from(a.x) * i128::from(b.y) - i128::from(b.x) * i128::from(a.y))
            .sum();
        doubled.unsigned_abs() / 4
    }

    /// The corners' outer bounds in degrees: west, south, east, north.
    pub fn bounds(&self) -> [f64; 4] {
        let fold = |pick: fn(Coordinate) -> f64, keep: fn(f64, f64) -> f64| {
            self.ring.iter().copied().map(pick).reduce(keep).expect("a ring has positions")
        };
        [
            fold(Coordinate::lon, f64::min),
            fold(Coordinate::lat, f64::min),
            fold(Coordinate::lon, f64::max),
            fold(Coordinate::lat, f64::max),
        ]
    }

    fn edges(&self) -> impl Iterator<Item = Edge> {
        let next = self.corners.iter().cycle().skip(1);
        self.corners.iter().zip(next).map(|(&from, &to)| Edge(from, to))
    }

    fn boxes(&self, point: Corner) -> bool {
        (self.west..=self.east).contains(&point.x) && (self.south..=self.north).contains(&point.y)
    }

    fn boxes_meet(&self, other: &Self) -> bool {
        self.west < other.east
            && other.west < self.east
            && self.south < other.north
            && other.south < self.north
    }

    fn on_boundary(&self, point: Corner) -> bool {
        self.edges().any(|edge| edge.carries(point))
    }

    /// Whether a ray to the east crosses the boundary an odd number of times. An edge counts when it spans the
    /// point's latitude half-open (south end in, north end out) and passes strictly east of the point.
    fn crossings_odd(&self, point: Corner) -> bool {
        let crossed = self.edges().filter(|&Edge(a, b)| {
            let (south, north) = if a.y <= b.y { (a, b) } else { (b, a) };
            south.y <= point.y && point.y < north.y && side(south, north, point).is_gt()
        });
        crossed.count() % 2 == 1
    }

    /// The middles of this polygon's edges, each edge first cut where a corner of the other lies on it.
    fn pieces(&self, other: &Self) -> Vec<Corner> {
        let mut middles = Vec::with_capacity(self.corners.len());
        for edge in self.edges() {
            let Edge(from, to) = edge;
            let mut cuts: Vec<Corner> =
                other.corners.iter().copied().filter(|&corner| edge.carries(corner)).collect();
            cuts.extend([from, to]);
            cuts.sort_by_key(|cut| (from.x.abs_diff(cut.x), from.y.abs_diff(cut.y)));
            cuts.dedup();
            middles.extend(cuts.windows(2).map(|piece| piece[0].between(piece[1])));
        }
        middles
    }

    /// The position of the first corner that spoils the ring, if any: repeated, folded back, or where two
    /// edges that are not neighbours meet.
    fn first_fault(&self) -> Option<usize> {
        let edges: Vec<Edge> = self.edges().collect();
        let last = edges.len() - 1;
        for (index, &edge) in edges.iter().enumerate() {
            let after = edges[(index + 1) % edges.len()];
            if edge.0 == edge.1 || edge.carries(after.1) || after.carries(edge.0) {
                return Some(index);
            }
            let far =
                edges.iter().enumerate().skip(index + 2).filter(|&(other, _)| !(index == 0 && other == last));
            if far.into_iter().any(|(_, &other)| edge.meets(other)) {
                return Some(index);
            }
        }
        None
    }
}
