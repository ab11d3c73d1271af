//! 照片: taken in by anybody, used for one case, shown to those who may see it, and swept when nobody uses them.

mod bounds;

use std::io::Cursor;

use chrono::Duration;
use futures::future::join_all;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};
use uuid::Uuid;
use whistle_domain::actor::Role;

use crate::support::{Answer, CaseInHand, Scene, Stage, TestHouse, Who, reporter, whistle};

/// The operations as the description names them.
pub(crate) fn described() -> impl Iterator<Item = String> {
    ["post /api/v1/photos", "get /api/v1/photos/{id}", "get /api/v1/cases/{id}/photos"]
        .into_iter()
        .map(str::to_owned)
}

/// A picture of some size, different for every seed.
fn picture(seed: u32, width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let image = RgbImage::from_fn(width, height, |x, y| {
        let block =
            (x * 8 / width + 13 * (y * 8 / height)).wrapping_mul(2_654_435_761).rotate_left(seed) % 251;
        Rgb([u8::try_from(block).expect("a shade"); 3])
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(image).write_to(&mut bytes, format).expect("it can be written");
    bytes.into_inner()
}

fn jpeg(seed: u32) -> Vec<u8> {
    picture(seed, 640, 480, ImageFormat::Jpeg)
}

async fn send(house: &TestHouse, who: &Who, media_type: &str, bytes: Vec<u8>) -> Answer {
    house.call(who, reqwest::Method::POST, "/api/v1/photos").raw(media_type, bytes).send().await
}

/// A picture that was taken in.
async fn taken(house: &TestHouse, who: &Who, seed: u32) -> String {
    let answer = send(house, who, "image/jpeg", jpeg(seed)).await;
    assert_eq!(answer.status, 201, "{answer}");
    answer.json()["id"].as_str().expect("an id").to_owned()
}

fn with_photos(mut report: Value, ids: &[&str]) -> Value {
    report["photos"] = json!(ids);
    report
}

/// The status of asking for a picture, and the picture itself where there is one.
async fn seen(house: &TestHouse, who: &Who, id: &str, query: &str) -> (u16, Option<DynamicImage>) {
    let response = house.get(who, &format!("/api/v1/photos/{id}{query}")).open().await;
    let status = response.status().as_u16();
    if status != 200 {
        return (status, None);
    }
    let headers = response.headers().clone();
    for (name, value) in [
        ("content-type", "image/jpeg"),
        ("cache-control", "private, no-cache"),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "sandbox"),
    ] {
        assert_eq!(headers[name], value, "{name}");
    }
    let bytes = response.bytes().await.expect("the picture");
    let picture = image::load_from_memory_with_format(&bytes, ImageFormat::Jpeg).expect("a JPEG");
    (status, Some(picture))
}

/// The names of everybody who is shown the picture.
async fn seeing(house: &TestHouse, id: &str) -> Vec<&'static str> {
    let mut names = Vec::new();
    for who in house.people.all() {
        match seen(house, who, id, "").await.0 {
            200 => names.push(who.name),
            404 => {}
            other => panic!("{}: {other}", who.name),
        }
    }
    names
}

fn ids(view: &Value) -> Vec<&str> {
    let photos = view["photos"].as_array().expect("photographs").iter();
    photos.map(|photo| photo["id"].as_str().expect("an id")).collect()
}

fn by_code(case: &CaseInHand) -> String {
    format!("?number={}&code={}", case.number, case.code)
}

#[tokio::test]
async fn a_stranger_sends_a_photograph_and_those_who_see_the_case_see_it() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let large = picture(1, 3000, 1500, ImageFormat::Png);
    let sent = send(&house, &people.nobody, "image/png", large).await;
    assert_eq!(sent.status, 201, "{sent}");
    let photo = sent.json();
    assert_eq!((&photo["width"], &photo["height"]), (&json!(2048), &json!(1024)));
    assert!(photo["bytes"].as_u64().is_some_and(|bytes| bytes > 1000), "{photo}");
    let id = photo["id"].as_str().expect("an id");
    assert_eq!(sent.header("location"), format!("/api/v1/photos/{id}"));
    // Nobody sees it before it is used.
    assert_eq!(seeing(&house, id).await, [""; 0]);

    let mut report = with_photos(whistle(), &[id]);
    report["reporter"] = reporter();
    let mut case = house.raised_by(&people.nobody, &report).await;
    house.bring(&mut case, Stage::Raised, Stage::Dispatched).await;
    assert_eq!(
        seeing(&house, id).await,
        [
            "grid_worker",
            "community",
            "hotline",
            "dispatcher",
            "housing",
            "housing_colleague",
            "urban",
            "street",
            "supervisor",
            "auditor",
            "admin"
        ]
    );
    let (_, whole) = seen(&house, &people.nobody, id, &by_code(&case)).await;
    assert_eq!(whole.map(|picture| (picture.width(), picture.height())), Some((2048, 1024)));
    let (_, small) = seen(&house, &people.supervisor, id, "?size=thumb").await;
    assert_eq!(small.map(|picture| (picture.width(), picture.height())), Some((480, 240)));
    // Neither a wrong code nor the code of another case opens it.
    let other = house.raised().await;
    let wrong = format!("?number={}&code=WRONG234", case.number);
    for query in [by_code(&other), wrong, format!("?number={}&code={}", other.number, case.code)] {
        assert_eq!(seen(&house, &people.nobody, id, &query).await.0, 404, "{query}");
    }
    let half = format!("/api/v1/photos/{id}?number={}", case.number);
    house.get(&people.nobody, &half).refused(400, "bad_query").await;
    let size = format!("/api/v1/photos/{id}?size=huge");
    house.get(&people.supervisor, &size).refused(400, "bad_query").await;

    let view = house.get(&people.community, &case.path("")).expect(200).await.json();
    let shown = &view["photos"][0];
    assert_eq!(
        (shown["id"].as_str(), &shown["width"], &shown["step"]),
        (Some(id), &json!(2048), &json!("report"))
    );
    let public = format!("/api/v1/public/cases/{}?code={}", case.number, case.code);
    assert_eq!(ids(&house.get(&people.nobody, &public).expect(200).await.json()), [id]);
    // The log has the proof, and the picture is nowhere in clear.
    let history = house.get(&people.auditor, &case.path("history")).expect(200).await.json();
    let named = &history["items"][0]["data"]["photos"][0];
    assert_eq!(named["id"], id);
    assert_eq!(named["sha256"].as_str().map(str::len), Some(64));
    house.nobody_learned(&["13912345678", "秦晓薇"]).await;
}

#[tokio::test]
async fn departments_show_their_work_and_the_resident_sees_it_once_it_was_checked() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let mut case = house.case_at(Stage::Accepted).await;
    let (lead, co_handler) = (case.lead.clone(), case.co_handler.clone());
    let [measure, result, check] = [
        taken(&house, &people.housing, 2).await,
        taken(&house, &people.housing, 3).await,
        taken(&house, &people.grid_worker, 4).await,
    ];
    let shows = |id: &str| json!([format!("photo/{id}"), "旁证"]);
    let measured = json!({ "measure": "更换灯具", "evidence": shows(&measure) });
    house.answer(&mut case, &people.housing, &lead, "measures", &measured).await;
    let done = json!({ "result": "已修好", "evidence": shows(&result) });
    house.answer(&mut case, &people.housing, &lead, "feedback", &done).await;
    house.answer(&mut case, &people.urban, &co_handler, "feedback", &json!({ "result": "已配合" })).await;

    let view = async |who| house.get(who, &case.path("")).expect(200).await.json();
    let public = format!("/api/v1/public/cases/{}?code={}", case.number, case.code);
    assert_eq!(ids(&view(&people.community).await), [&measure, &result]);
    assert_eq!(ids(&view(&people.resident).await), [""; 0]);
    assert_eq!(seen(&house, &people.resident, &result, "").await.0, 404);
    assert_eq!(seen(&house, &people.nobody, &result, &by_code(&case)).await.0, 404);
    let checked = json!({ "passed": true, "evidence": shows(&check) });
    house.post(&people.grid_worker, &case.path("verify"), &checked).expect(200).await;
    assert_eq!(ids(&view(&people.resident).await), [&measure, &result, &check]);
    assert_eq!(
        ids(&house.get(&people.nobody, &public).expect(200).await.json()),
        [&measure, &result, &check]
    );
    assert_eq!(seen(&house, &people.resident, &result, "").await.0, 200);
    assert_eq!(seen(&house, &people.nobody, &check, &by_code(&case)).await.0, 200);
    assert_eq!(seen(&house, &people.police, &check, "").await.0, 404);

    let history = house.get(&people.auditor, &case.path("history")).expect(200).await.json();
    let events = history["items"].as_array().expect("events");
    let feedback = events.iter().find(|event| event["type"] == "FeedbackSubmitted").expect("feedback");
    let piece = feedback["data"]["evidence"][0]["shown"].as_str().expect("a piece");
    let (named, sha256) = piece.rsplit_once('/').expect("a hash behind it");
    assert_eq!((named, sha256.len()), (&*format!("photo/{result}"), 64));
}

#[tokio::test]
async fn a_photograph_is_used_for_one_case_and_by_one_command_as_often_as_it_is_sent() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let id = taken(&house, &people.nobody, 5).await;
    let mut report = with_photos(whistle(), &[&id]);
    report["anonymous"] = json!(true);
    let raise = || house.post(&people.nobody, "/api/v1/cases", &report);
    let first = raise().key("once").expect(201).await.json();
    assert_eq!(raise().key("once").expect(201).await.json(), first);
    let events = house.events().await;
    raise().refused(422, "photo_used").await;
    raise().key("again").refused(422, "photo_used").await;
    let other = house.case_at(Stage::Accepted).await;
    let measure = json!({ "measure": "换灯", "evidence": [format!("photo/{id}")] });
    let measures = |case: &CaseInHand| format!("/api/v1/dispatches/{}/measures", case.lead);
    let before = house.events().await;
    house.post(&people.housing, &measures(&other), &measure).refused(422, "photo_used").await;
    assert_eq!(house.events().await, before);
    assert!(before > events);
    // In its own case it can be shown again.
    let handled = json!({ "result": "已处理", "evidence": [format!("photo/{id}")] });
    let own = format!("/api/v1/cases/{}/handle-locally", first["id"].as_str().expect("an id"));
    house.post(&people.community, &own, &handled).expect(200).await;
}

#[tokio::test]
async fn what_a_refused_report_named_can_be_named_again() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let id = taken(&house, &people.nobody, 6).await;
    let unknown = "01955d4a-0000-7000-8000-0000000000ff";
    let named = |ids: &[&str]| {
        let mut report = with_photos(whistle(), ids);
        report["anonymous"] = json!(true);
        house.post(&people.nobody, "/api/v1/cases", &report)
    };
    let refused = named(&[&id, unknown]).refused(422, "invalid_fields").await;
    assert_eq!(refused.pointers(), ["/photos/1"]);
    assert_eq!(refused.json()["errors"][0]["code"], "unknown_photo");
    let twice = named(&[&id, &id]).refused(422, "invalid_fields").await;
    assert_eq!(twice.json()["errors"][0]["code"], "named_twice");
    let many = vec![unknown; 7];
    let many = named(&many).refused(422, "invalid_fields").await;
    assert_eq!(many.json()["errors"][0]["code"], "too_many");
    named(&["nonsense"]).refused(400, "bad_type").await;
    assert_eq!(house.events().await, 0);
    named(&[&id]).expect(201).await;

    let case = house.case_at(Stage::Accepted).await;
    let measures = format!("/api/v1/dispatches/{}/measures", case.lead);
    for (piece, code) in [
        ("photo/nonsense", "bad_photo"),
        (&*format!("photo/{unknown}"), "unknown_photo"),
        // Nobody says for themselves what the hash of a picture is.
        (&*format!("photo/{id}/{}", "0".repeat(64)), "bad_photo"),
        (&*format!("\u{200b}photo/{id}/{}", "0".repeat(64)), "bad_photo"),
        (&*format!("photo\u{2060}/{unknown}"), "unknown_photo"),
    ] {
        let measure = json!({ "measure": "换灯", "evidence": ["旁证", piece] });
        let refused = house.post(&people.housing, &measures, &measure).refused(422, "invalid_fields").await;
        assert_eq!(refused.pointers(), ["/evidence/1"], "{piece}");
        assert_eq!(refused.json()["errors"][0]["code"], code, "{piece}");
    }
}

#[tokio::test]
async fn what_is_no_picture_is_too_large_or_unfolds_into_gigabytes_is_refused() {
    let house = TestHouse::open().await;
    let nobody = &house.people.nobody;
    let sends = async |media_type: &str, bytes: Vec<u8>| {
        let answer = send(&house, nobody, media_type, bytes).await;
        (answer.status, answer.json()["code"].as_str().map(str::to_owned))
    };
    let refused = |status: u16, code: &str| (status, Some(code.to_owned()));
    for media_type in ["application/json", "image/gif", "image/svg+xml", "text/html", ""] {
        assert_eq!(sends(media_type, jpeg(7)).await, refused(415, "not_a_picture_type"), "{media_type}");
    }
    for bytes in [Vec::new(), b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), jpeg(7)[..300].to_vec()]
    {
        assert_eq!(sends("image/jpeg", bytes).await, refused(422, "not_a_picture"));
    }
    assert_eq!(sends("image/jpeg", vec![0xff; 10 * 1024 * 1024 + 1]).await, refused(413, "too_large"));
    // A megabyte that says of itself that it is three and a half thousand million pixels.
    let bomb = {
        let mut bomb = picture(7, 8, 8, ImageFormat::Png);
        bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
        let checksum = crc(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&checksum.to_be_bytes());
        bomb
    };
    assert_eq!(sends("image/png", bomb).await, refused(422, "picture_too_large"));
    // What it says of its type does not matter, as long as it is one.
    let answer = send(&house, nobody, "IMAGE/JPEG; q=1", picture(7, 32, 16, ImageFormat::WebP)).await;
    assert_eq!((answer.status, &answer.json()["width"]), (201, &json!(32)), "{answer}");
}

/// The checksum of PNG.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| crc >> 1 ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
}

#[tokio::test]
async fn of_a_confidential_report_only_the_intake_and_the_resident_see_the_photographs() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let id = taken(&house, &people.resident, 8).await;
    let mut report = with_photos(whistle(), &[&id]);
    report["confidential"] = json!(true);
    let mut case = house.raised_by(&people.resident, &report).await;
    house.bring(&mut case, Stage::Raised, Stage::Dispatched).await;
    assert_eq!(seeing(&house, &id).await, ["resident", "hotline", "dispatcher"]);
    let view = async |who| house.get(who, &case.path("")).expect(200).await;
    assert_eq!(ids(&view(&people.hotline).await.json()), [&id]);
    for who in [&people.community, &people.housing, &people.supervisor] {
        assert!(!view(who).await.text.contains(&id), "{}", who.name);
        let progress = house.get(who, &case.path("progress")).expect(200).await;
        assert!(!progress.text.contains(&id), "{}", who.name);
    }
    let progress = house.get(&people.hotline, &case.path("progress")).expect(200).await;
    assert!(progress.text.contains(&id), "{progress}");
    assert_eq!(seen(&house, &people.nobody, &id, &by_code(&case)).await.0, 200);
}

#[tokio::test]
async fn a_resident_adds_photographs_to_what_they_reported() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let case = house.raised().await;
    let [one, other] = [taken(&house, &people.resident, 9).await, taken(&house, &people.nobody, 10).await];
    house.post(&people.resident, &case.path("amend"), &json!({ "photos": [one] })).expect(200).await;
    let coded = json!({ "code": case.code, "photos": [other] });
    let amend = format!("/api/v1/public/cases/{}/amend", case.number);
    house.post(&people.nobody, &amend, &coded).expect(200).await;
    let view = house.get(&people.resident, &case.path("")).expect(200).await.json();
    assert_eq!(ids(&view), [&one, &other]);
}

#[tokio::test]
async fn a_picture_that_is_shown_for_two_cases_is_seen_by_supervisors() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let work = picture(14, 800, 600, ImageFormat::Png);
    let again = picture(14, 500, 375, ImageFormat::Jpeg);
    let mut shown = Vec::new();
    for (bytes, media_type) in [(work, "image/png"), (again, "image/jpeg")] {
        let case = house.case_at(Stage::Accepted).await;
        let sent = send(&house, &people.housing, media_type, bytes).await.json();
        let id = sent["id"].as_str().expect("an id").to_owned();
        let measure = json!({ "measure": "已清理", "evidence": [format!("photo/{id}")] });
        let measures = format!("/api/v1/dispatches/{}/measures", case.lead);
        house.post(&people.housing, &measures, &measure).expect(200).await;
        shown.push((case, id));
    }
    let [(first, before), (second, after)] = &shown[..] else { panic!("two cases") };
    let listed = house.get(&people.supervisor, &second.path("photos")).expect(200).await.json();
    assert_eq!(listed["items"][0]["id"], after.as_str());
    assert_eq!(listed["items"][0]["seen_before"], json!([{ "case": first.id, "photo": before }]));
}

#[tokio::test]
async fn a_confidential_report_is_not_given_away_by_a_picture_that_looks_like_its_own() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let mut cases = Vec::new();
    for confidential in [false, true, false] {
        let id = taken(&house, &people.hotline, 16).await;
        let mut report = with_photos(whistle(), &[&id]);
        report["reporter"] = reporter();
        report["confidential"] = json!(confidential);
        cases.push((house.raised_by(&people.hotline, &report).await, id));
    }
    let [(plain, shown), _confidential, (last, _)] = &cases[..] else { panic!("three cases") };
    let listed = house.get(&people.supervisor, &last.path("photos")).expect(200).await.json();
    assert_eq!(listed["items"][0]["seen_before"], json!([{ "case": plain.id, "photo": shown }]));
}

#[tokio::test]
async fn a_picture_is_asked_after_each_time_and_sent_again_only_where_it_is_not_known() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let id = taken(&house, &people.resident, 17).await;
    house.raised_by(&people.resident, &with_photos(whistle(), &[&id])).await;
    let (whole, small) = (format!("/api/v1/photos/{id}"), format!("/api/v1/photos/{id}?size=thumb"));
    let tag = async |path: &str| {
        let shown = house.get(&people.resident, path).open().await;
        assert_eq!(shown.status(), 200);
        shown.headers()["etag"].to_str().expect("a tag").to_owned()
    };
    let (of_whole, of_small) = (tag(&whole).await, tag(&small).await);
    assert_ne!(of_whole, of_small);
    let asked = async |who: &Who, path: &str, tags: &str| {
        let answer = house.get(who, path).header("if-none-match", tags).open().await;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let length = answer.bytes().await.expect("an answer").len();
        if status == 304 {
            assert_eq!(
                (&headers["cache-control"], length),
                (&"private, no-cache".parse().expect("a value"), 0)
            );
        }
        status
    };
    for known in [&*of_whole, &format!("W/{of_whole}"), &format!("\"other\", {of_whole}"), "*"] {
        assert_eq!(asked(&people.resident, &whole, known).await, 304, "{known}");
    }
    assert_eq!(asked(&people.resident, &small, &of_small).await, 304);
    for unknown in [&*of_small, "\"other\"", ""] {
        assert_eq!(asked(&people.resident, &whole, unknown).await, 200, "{unknown}");
    }
    // Whoever may not see it learns nothing by naming it.
    assert_eq!(asked(&people.other_resident, &whole, &of_whole).await, 404);
    assert_eq!(asked(&people.nobody, &whole, "*").await, 404);
}

#[tokio::test]
async fn of_attempts_at_one_report_the_pictures_are_with_the_person_whom_the_log_names() {
    let house = TestHouse::open().await;
    let nobody = &house.people.nobody;
    let id = taken(&house, nobody, 19).await;
    let mut report = with_photos(whistle(), &[&id]);
    report["anonymous"] = json!(true);
    let attempts = (0..8).map(|_| house.post(nobody, "/api/v1/cases", &report).key("at once").expect(201));
    let receipts = join_all(attempts).await;
    let case: Uuid = receipts[0].json()["id"].as_str().expect("an id").parse().expect("an id");
    house.clock.advance(Duration::minutes(6));
    house.app.sweep_photos().await.expect("a sweep");
    let named = "SELECT (convert_from(payload, 'UTF8')::jsonb -> 'WhistleRaised' ->> 'subject')::uuid
        FROM events WHERE stream_id = $1 AND version = 1";
    let named: Uuid = sqlx::query_scalar(named).bind(case).fetch_one(&house.owner).await.expect("a report");
    let kept = sqlx::query_as::<_, (Uuid, bool)>("SELECT subject, settled FROM photos WHERE case_id = $1");
    let kept = kept.bind(case).fetch_one(&house.owner).await.expect("a photograph");
    assert_eq!(kept, (named, true));
    assert_eq!(seen(&house, &house.people.supervisor, &id, "").await.0, 200);
}

#[tokio::test]
async fn everybody_gets_what_the_table_says_of_photographs() {
    let house = TestHouse::open().await;
    let case = house.scene(Scene::At(Stage::Dispatched)).await;
    for who in house.people.all() {
        let expected = if who.name == "auditor" { 403 } else { 201 };
        assert_eq!(
            send(&house, who, "image/jpeg", picture(15, 16, 16, ImageFormat::Jpeg)).await.status,
            expected
        );
        let expected = match who.name {
            "nobody" => 401,
            "supervisor" | "auditor" => 200,
            _ => 403,
        };
        assert_eq!(house.get(who, &case.path("photos")).send().await.status, expected, "{}", who.name);
    }
    // A supervisor sees every case, and no more photographs than there are.
    let elsewhere = house.newcomer("elsewhere", Role::Supervisor, "s2-c1").await;
    let listed = house.get(&elsewhere, &case.path("photos")).expect(200).await.json();
    assert_eq!(listed, json!({ "items": [] }));
}
