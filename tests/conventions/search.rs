//! Searching Chinese text.

use serde_json::json;

use crate::support::{TestHouse, whistle};

#[tokio::test]
async fn chinese_text_is_found_by_any_piece_of_it() {
    let house = TestHouse::open().await;
    let mut body = whistle();
    body["title"] = json!("三号楼电梯困人");
    body["description"] = json!("物业迟迟不来,请消防救援,编号A-17");
    body["location"] = json!({ "grid": "g02", "address": "松影二苑3号楼" });
    let lift = house.raised_by(&house.people.resident, &body).await;
    body["title"] = json!("楼下噪音");
    body["description"] = json!("广场舞扰民");
    let noise = house.raised_by(&house.people.resident, &body).await;
    let position = noise.position.to_string();
    let find = async |q: &str| {
        let parameters = [("q", q), ("min_position", position.as_str())];
        house.query(&house.people.supervisor, "/api/v1/cases", &parameters).expect(200).await.ids()
    };
    for q in ["电梯", "困", "电梯困人", "消防", "a", "A-17", "１７", "电梯 救援", &lift.number]
    {
        assert_eq!(find(q).await, [lift.id.as_str()], "{q}");
    }
    for q in ["松影二苑", "3号楼", "楼"] {
        assert_eq!(find(q).await.len(), 2, "{q}");
    }
    for q in ["困电", "噪音 电梯", "游泳池", "'; DROP TABLE cases; --电梯x", "%电%梯x"] {
        assert!(find(q).await.is_empty(), "{q}");
    }
}
