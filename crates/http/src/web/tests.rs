use rstest::rstest;

use super::encoding::Encoding;
use super::*;

#[rstest]
#[case("/", Some("resident.html"))]
#[case("/r/411625X20261121000378", Some("resident.html"))]
#[case("/echo", Some("resident.html"))]
#[case("/desk", Some("desk.html"))]
#[case("/desk/cases/1", Some("desk.html"))]
#[case("/desks", Some("resident.html"))]
#[case("/assets/gone.js", None)]
#[case("/favicon.ico", None)]
#[case("/..%2f..%2fetc/passwd", None)]
fn a_place_belongs_to_one_of_the_pages(#[case] path: &str, #[case] page: Option<&str>) {
    assert_eq!(page_of(path), page);
}

#[rstest]
#[case("/api/v1/nothing", true)]
#[case("/docs/", true)]
#[case("/openapi.json", true)]
#[case("/apiary", false)]
#[case("/desk/api", false)]
fn programs_get_no_page(#[case] path: &str, #[case] service: bool) {
    assert_eq!(is_service_path(path), service);
}

#[rstest]
#[case("gzip, deflate, br", &[Encoding::Brotli, Encoding::Gzip])]
#[case("gzip;q=1.0, BR;q=0", &[Encoding::Gzip])]
#[case("identity", &[])]
#[case("brotli", &[])]
fn the_best_encoding_that_is_taken_comes_first(#[case] header: &str, #[case] accepted: &[Encoding]) {
    assert_eq!(Encoding::accepted(header).collect::<Vec<_>>(), accepted);
}

#[tokio::test]
async fn a_page_is_only_looked_at() {
    let request = Request::builder().method(Method::POST).uri("/desk").body(Body::empty()).unwrap();
    assert_eq!(serve(request).await.status(), StatusCode::METHOD_NOT_ALLOWED);
}

async fn status_of(path: &str) -> StatusCode {
    let request = Request::builder().uri(path).body(Body::empty()).unwrap();
    assert_eq!(request.uri().path(), path, "it is asked for as it stands");
    serve(request).await.status()
}

#[tokio::test]
async fn what_looks_like_a_file_and_is_none_is_not_answered_with_a_page() {
    for path in ["/assets/gone.js", "/resident.html.br"] {
        assert_eq!(status_of(path).await, StatusCode::NOT_FOUND, "{path}");
    }
}

/// What lies beside the pages is there to be had, if a path could climb to it.
#[tokio::test]
async fn no_path_climbs_out_of_the_pages() {
    let beside = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/package.json"));
    assert!(beside.is_file(), "{} is what is asked for here", beside.display());
    // Pages are served from there, as far as they are built.
    let built = Dist::iter().next().is_some();
    assert_eq!(status_of("/").await, if built { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE });
    for path in
        ["/../package.json", "/assets/../../package.json", "/%2e%2e/package.json", "/..%2fpackage.json"]
    {
        assert_eq!(status_of(path).await, StatusCode::NOT_FOUND, "{path}");
    }
}
