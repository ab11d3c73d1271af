//! From one entry to one documented handler. What an operation means is written where its request is, in
//! `whistle_app`; an entry adds its place, its body and its summary:
//!
//! ```ignore
//! case_commands! {
//!     /// 不予支持: the neighbourhood does not stand behind the whistle. The reason is told to the resident.
//!     decline at "/api/v1/cases/{id}/decline" takes Body<Refusal>;
//!     /// 派单: send departments.
//!     dispatch at "/api/v1/cases/{id}/dispatches" takes Body<Dispatches>, answers CREATED "Dispatched";
//! }
//! ```
//!
//! `Body<R>` must be there, `OptionalBody<R>` may be left out, `NoBody<R>` says nothing. Without `answers` it is
//! `OK "Done"`. Beside the handlers each list makes the `routes()` of its module.

/// Commands on a case; each takes a [`CaseRequest`](whistle_app::CaseRequest).
macro_rules! case_commands {
    ($(
        $(#[$doc:meta])+
        $name:ident at $path:tt takes $body:ident<$request:ident> $(, answers $status:ident $done:tt)?;
    )+) => {
        $($crate::command::handler! {
            [$(#[$doc])+ $name $path]
            ["cases" "The case" OnCase on_case CaseAnswer]
            $body $request [$($status $done)?]
        })+
        $crate::command::router! { $($name)+ }
    };
}

/// Commands on a dispatch; each takes a [`DispatchRequest`](whistle_app::DispatchRequest).
macro_rules! dispatch_commands {
    ($(
        $(#[$doc:meta])+
        $name:ident at $path:tt takes $body:ident<$request:ident> $(, answers $status:ident $done:tt)?;
    )+) => {
        $($crate::command::handler! {
            [$(#[$doc])+ $name $path]
            ["dispatches" "The dispatch" OnDispatch on_dispatch DispatchAnswer]
            $body $request [$($status $done)?]
        })+
        $crate::command::router! { $($name)+ }
    };
}

/// Commands on a case with its query code; each takes a [`CodeRequest`](whistle_app::CodeRequest). The alias names the
/// body in the description.
macro_rules! code_commands {
    ($(
        $(#[$doc:meta])+
        $name:ident at $path:tt takes $alias:ident = Coded<$request:ident>, answers $status:ident $done:tt;
    )+) => {
        $(
            type $alias = $crate::extract::Coded<$request>;

            $(#[$doc])+
            #[utoipa::path(
                post,
                operation_id = concat!("public_", stringify!($name)),
                path = $path,
                tag = "public",
                security(()),
                params(
                    ("number" = String, Path, description = "The case number"),
                    ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"),
                ),
                request_body = $alias,
                responses((status = $status, description = $done, body = $crate::answer::CodeAnswer), $crate::problem::Problems, $crate::problem::CommandProblems)
            )]
            pub(crate) async fn $name(
                ::axum::extract::State(state): ::axum::extract::State<$crate::HttpState>,
                acting: $crate::extract::Acting<$crate::extract::Anybody>,
                $crate::extract::PathText(number): $crate::extract::PathText,
                command: $crate::extract::Command,
                body: $alias,
            ) -> Result<$crate::answer::Answer<$crate::answer::CodeAnswer>, $crate::problem::Problem> {
                let context = command.context(&body.raw);
                let done = state.app.on_case_by_code(&acting.caller, &number, &body.code, body.value, &context);
                let answer = $crate::answer::CodeAnswer::after(&done.await?);
                Ok($crate::answer::Answer { status: ::axum::http::StatusCode::$status, ..answer })
            }
        )+
        $crate::command::router! { $($name)+ }
    };
}

/// One handler: first its body and its answer are spelt out, then it is written.
macro_rules! handler {
    ($entry:tt $target:tt $body:ident $request:ident []) => {
        $crate::command::handler! { $entry $target $body $request [OK "Done"] }
    };
    ($entry:tt $target:tt NoBody $request:ident $answers:tt) => {
        $crate::command::handler! { @ $entry $target NoBody $request [] $answers }
    };
    ($entry:tt $target:tt $body:ident $request:ident $answers:tt) => {
        $crate::command::handler! { @ $entry $target $body $request [request_body = $request,] $answers }
    };
    (
        @ [$(#[$doc:meta])+ $name:ident $path:tt]
        [$tag:tt $thing:tt $desk:ident $give:ident $answer:ident]
        $body:ident $request:ident [$($request_body:tt)*] [$status:ident $done:tt]
    ) => {
        $(#[$doc])+
        #[utoipa::path(
            post,
            path = $path,
            tag = $tag,
            params(
                ("id" = Uuid, Path, description = $thing),
                ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"),
                ("If-Match" = Option<String>, Header, description = "The version of the case that the caller has seen"),
            ),
            $($request_body)*
            responses((status = $status, description = $done, body = $crate::answer::$answer), $crate::problem::Problems, $crate::problem::CommandProblems)
        )]
        pub(crate) async fn $name(
            ::axum::extract::State(state): ::axum::extract::State<$crate::HttpState>,
            acting: $crate::extract::Acting<$crate::extract::$desk<$request>>,
            $crate::extract::PathId(id): $crate::extract::PathId,
            command: $crate::extract::Command,
            body: $crate::extract::$body<$request>,
        ) -> Result<$crate::answer::Answer<$crate::answer::$answer>, $crate::problem::Problem> {
            use $crate::answer::CommandAnswer;

            let context = command.context(&body.raw);
            let committed = state.app.$give(&acting.caller, id, body.value, &context).await?;
            let answer = $crate::answer::$answer::after(&committed, id)?;
            Ok($crate::answer::Answer { status: ::axum::http::StatusCode::$status, ..answer })
        }
    };
}

/// The routes of the handlers.
macro_rules! router {
    ($($name:ident)+) => {
        pub(super) fn routes() -> ::utoipa_axum::router::OpenApiRouter<$crate::HttpState> {
            ::utoipa_axum::router::OpenApiRouter::new()$(.routes(::utoipa_axum::routes!($name)))+
        }
    };
}

pub(crate) use {case_commands, code_commands, dispatch_commands, handler, router};
