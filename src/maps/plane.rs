//! From longitude and latitude to metres on a plane: transverse Mercator, as in EPSG:25833.
//!
//! Krüger's series to the fourth power of the third flattening, as C. F. F. Karney gives it in
//! «Transverse Mercator with an accuracy of a few nanometers», Journal of Geodesy 85 (2011),
//! equations 7–11 and 35. Within Norway it errs by far less than a millimetre.

/// The size of the earth, where the plane touches it and what its origin is called.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plane {
    /// Half of the ellipsoid's longer axis, in metres.
    pub semi_major: f64,
    pub flattening: f64,
    /// Of the origin, in degrees.
    pub longitude: f64,
    pub latitude: f64,
    pub scale: f64,
    pub false_east: f64,
    pub false_north: f64,
}

/// ETRS89 / UTM zone 33N (EPSG:25833) on GRS 80: the zone in which all of Norway is drawn.
pub(super) const UTM_33: Plane = Plane {
    semi_major: 6_378_137.0,
    flattening: 1.0 / 298.257_222_101,
    longitude: 15.0,
    latitude: 0.0,
    scale: 0.9996,
    false_east: 500_000.0,
    false_north: 0.0,
};

impl Plane {
    /// From degrees to metres east and north of the plane's origin, for many points.
    pub(super) fn projection(self) -> impl Fn(f64, f64) -> (f64, f64) {
        let (_, origin) = self.unshifted(0.0, self.latitude);
        move |longitude, latitude| {
            let (east, north) = self.unshifted((longitude - self.longitude).to_radians(), latitude);
            (self.false_east + east, self.false_north + north - origin)
        }
    }

    fn unshifted(&self, longitude: f64, latitude: f64) -> (f64, f64) {
        let n = self.flattening / (2.0 - self.flattening);
        let (n2, n3, n4) = (n.powi(2), n.powi(3), n.powi(4));
        let series = [
            n / 2.0 - 2.0 / 3.0 * n2 + 5.0 / 16.0 * n3 + 41.0 / 180.0 * n4,
            13.0 / 48.0 * n2 - 3.0 / 5.0 * n3 + 557.0 / 1440.0 * n4,
            61.0 / 240.0 * n3 - 103.0 / 140.0 * n4,
            49561.0 / 161_280.0 * n4,
        ];
        let radius = self.semi_major / (1.0 + n) * (1.0 + n2 / 4.0 + n4 / 64.0) * self.scale;

        let sine = latitude.to_radians().sin();
        let eccentricity = 2.0 * n.sqrt() / (1.0 + n);
        // The tangent of the latitude on a sphere that keeps angles.
        let tangent = (sine.atanh() - eccentricity * (eccentricity * sine).atanh()).sinh();
        let xi = tangent.atan2(longitude.cos());
        let eta = (longitude.sin() / tangent.hypot(longitude.cos())).asinh();

        let (mut east, mut north) = (eta, xi);
        for (twice, alpha) in [2.0, 4.0, 6.0, 8.0].into_iter().zip(series) {
            east += alpha * (twice * xi).cos() * (twice * eta).sinh();
            north += alpha * (twice * xi).sin() * (twice * eta).cosh();
        }
        (radius * east, radius * north)
    }
}
