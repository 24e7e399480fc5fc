//! A mistake of ours ends as a readable page with the telephone number, not as a torn connection.
//! The place of the panic is logged by the hook in `logging`; its message never, it may quote a person's words.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::Response;
use axum::middleware::Next;
use tower_http::catch_panic::{CatchPanicLayer, ResponseForPanic};

use super::{Asked, Problem, ProblemPage, problem};

#[derive(Clone)]
struct Panicked;

#[derive(Clone, Copy)]
pub struct Marked;

impl ResponseForPanic for Marked {
    type ResponseBody = Body;

    fn response_for_panic(&mut self, _: Box<dyn std::any::Any + Send>) -> Response<Body> {
        let mut response = Response::new(Body::empty());
        response.extensions_mut().insert(Panicked);
        response
    }
}

/// Next to the handlers: turns a panic into a marked answer.
pub(super) fn catch() -> CatchPanicLayer<Marked> {
    CatchPanicLayer::custom(Marked)
}

/// Further out, where the request is still known: the marked answer becomes the page.
pub async fn run(State(page): State<ProblemPage>, request: Request, next: Next) -> Response<Body> {
    let asked = Asked::of(&request);
    let response = next.run(request).await;
    if response.extensions().get::<Panicked>().is_some() { problem(&page, Problem::Panic, &asked) } else { response }
}
