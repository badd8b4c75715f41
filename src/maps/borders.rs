//! The borders of today's municipalities: read once from the shipped `TopoJSON`, projected, with
//! the middle of each. A border between two neighbours is one arc that both name.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::plane::UTM_33;
use super::shapes::{self, Bounds, Point};

const SHIPPED: &str = include_str!("../../data/maps/kommuner-2024-svg.topojson");
const SHIPPED_FINE: &str = include_str!("../../data/maps/kommuner-2024-fine.topojson");

/// The shipped borders, coarse at the coast: for the whole country. A file that could not be read gives
/// a map without any: a test reads it.
pub(super) static NORWAY: LazyLock<Borders> =
    LazyLock::new(|| Borders::read(SHIPPED).unwrap_or_default());

/// The same with 17 times the points, for a county or less. Read by [`super::read_ahead`], or else when the first
/// such map is drawn.
pub(super) static FINE: LazyLock<Borders> =
    LazyLock::new(|| Borders::read(SHIPPED_FINE).unwrap_or_default());

/// How far, in kilometres, a ring may be moved when its middle is looked for: a middle lies far from
/// the coast, so what is nearer than this says nothing of it.
const COAST: f64 = 0.1;

#[derive(Debug, Default)]
pub(super) struct Borders {
    /// Kilometres east and south.
    pub arcs: Vec<Vec<Point>>,
    /// Which municipalities lie along each arc: one at the coast, else two.
    pub beside: Vec<Vec<usize>>,
    pub places: Vec<Outline>,
    by_code: BTreeMap<String, usize>,
}

/// The border of one municipality.
#[derive(Debug)]
pub(super) struct Outline {
    pub code: String,
    /// Rings of arcs, the largest first; a negative number is an arc read backwards.
    pub rings: Vec<Vec<i32>>,
    /// The point inside that is farthest from any border.
    pub middle: Point,
    pub area: f64,
    /// Of all its rings, in kilometres.
    pub bounds: Bounds,
}

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    arcs: Vec<Vec<(f64, f64)>>,
    objects: BTreeMap<String, Collection>,
}

#[derive(Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    properties: Properties,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Deserialize)]
struct Properties {
    /// The number of the municipality.
    id: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i32>>),
    MultiPolygon(Vec<Vec<Vec<i32>>>),
}

impl Borders {
    pub(super) fn read(text: &str) -> Result<Self, serde_json::Error> {
        let topology: Topology = serde_json::from_str(text)?;
        let project = UTM_33.projection();
        let in_plane = |arc: &Vec<(f64, f64)>| projected(arc, &topology.transform, &project);
        let arcs: Vec<_> = topology.arcs.iter().map(in_plane).collect();
        let mut borders = Self { beside: vec![Vec::new(); arcs.len()], arcs, ..Default::default() };
        for geometry in topology.objects.into_values().flat_map(|found| found.geometries) {
            let rings = match geometry.shape {
                Shape::Polygon(rings) => rings,
                Shape::MultiPolygon(polygons) => polygons.into_iter().flatten().collect(),
            };
            borders.add(geometry.properties.id, rings);
        }
        Ok(borders)
    }

    fn add(&mut self, code: String, mut rings: Vec<Vec<i32>>) {
        let number = self.places.len();
        for arc in rings.iter().flatten() {
            if let Some(beside) = self.beside.get_mut(index(*arc)) {
                beside.push(number);
            }
        }
        let size = |ring: &Vec<i32>| shapes::area(&self.ring(ring)).abs();
        rings.sort_by(|a, b| size(b).total_cmp(&size(a)));
        let area = rings.first().map_or(0.0, size);
        let largest = rings.first().map(|ring| self.ring(ring)).unwrap_or_default();
        let middle = shapes::middle(&shapes::fewer(&largest, COAST));
        let arcs = rings.iter().flatten().filter_map(|arc| self.arcs.get(index(*arc)));
        let bounds = Bounds::of(arcs.flatten().copied()).unwrap_or(Bounds::NONE);
        self.by_code.insert(code.clone(), number);
        self.places.push(Outline { code, rings, middle, area, bounds });
    }

    pub(super) fn number(&self, code: &str) -> Option<usize> {
        self.by_code.get(code).copied()
    }

    /// The points of a ring, in kilometres.
    fn ring(&self, arcs: &[i32]) -> Vec<Point> {
        joined(arcs, &self.arcs)
    }
}

/// The place of an arc in the list, whichever way it is read.
pub(super) fn index(arc: i32) -> usize {
    let place = if arc < 0 { !arc } else { arc };
    usize::try_from(place).unwrap_or(usize::MAX)
}

/// The points of arcs laid end to end. Each arc begins where the one before ended.
pub(super) fn joined<P: Copy>(refs: &[i32], arcs: &[Vec<P>]) -> Vec<P> {
    let mut points = Vec::new();
    for arc in refs {
        let Some(found) = arcs.get(index(*arc)) else { continue };
        let skip = usize::from(!points.is_empty());
        if *arc < 0 {
            points.extend(found.iter().rev().skip(skip));
        } else {
            points.extend(found.iter().skip(skip));
        }
    }
    points
}

/// `TopoJSON` keeps steps on a grid of degrees.
fn projected(
    arc: &[(f64, f64)],
    transform: &Transform,
    project: impl Fn(f64, f64) -> (f64, f64),
) -> Vec<Point> {
    let (mut x, mut y) = (0.0, 0.0);
    let step = |(dx, dy): &(f64, f64)| {
        x += dx;
        y += dy;
        let longitude = x * transform.scale.0 + transform.translate.0;
        let latitude = y * transform.scale.1 + transform.translate.1;
        let (east, north) = project(longitude, latitude);
        (east / 1000.0, -north / 1000.0)
    };
    arc.iter().map(step).collect()
}
