//! Two servers on one database: what she ends on one is over on the other at once.

use crate::common::TestSite;
use crate::made::{put, seen, state};
use domain::family::GrantState;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_she_ends_on_one_server_is_refused_on_another_at_the_helpers_next_click() {
    let here = TestSite::on_postgres().await;
    let there = here.beside().await;
    put(&here, vec![seen(&here, "g", "tie", "li"), seen(&here, "call", "ma", "li")]).await;

    let mut helper = there.signed_in("li").await;
    helper.open("/family").await;
    let to = helper.post("/family/act/g", &[]).await;
    assert_eq!(helper.follow(to).await.status, 200);
    helper.open("/guide/out-of-area").await;
    let begun = helper.post("/file/out-of-area", &[]).await.location.unwrap();
    helper.open(&begun).await;

    // Her mother, on the other server, while the helper stands in the middle of a form.
    let mut elder = here.signed_in("tie").await;
    elder.open("/helpers/g").await;
    elder.post("/helpers/g/pause", &[]).await;
    elder.open("/helpers/g").await;
    elder.post("/helpers/g/end", &[]).await;
    assert_eq!(state(&there, "g").await, GrantState::Ended);
    let sent = helper.post(&begun, &[("kind", "emergency")]).await;
    assert_eq!(sent.status, 403);
    sent.must_say("已经结束了代办");
    assert_eq!(helper.get("/my-cases").await.status, 403);

    // A clerk on the telephone, on one server; the helper's next click on the other.
    helper.open("/family").await;
    helper.post("/family/return", &[]).await;
    helper.open("/family").await;
    helper.post("/family/act/call", &[]).await;
    assert_eq!(helper.get("/my-cases").await.status, 200);
    let mut clerk = here.at_desk("w1").await;
    clerk.open("/staff/grants/call").await;
    clerk.post("/staff/grants/call/change", &[("act", "end"), ("how", "phone")]).await;
    let refused = helper.get("/my-cases").await;
    assert_eq!(refused.status, 403);
    refused.must_say("已经结束了代办");
    drop(there);
    here.close().await;
}
