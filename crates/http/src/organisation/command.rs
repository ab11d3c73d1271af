//! From one entry to one documented handler. What an operation means is written where its request is, in
//! `whistle_app`; an entry adds its place, what its path names, its body and its summary:
//!
//! ```ignore
//! organisation_commands! {
//!     /// 设立单位.
//!     establish_unit at "/api/v1/units" takes Body<NewUnit>, answers CREATED "Established";
//!     /// 单位变更.
//!     change_unit of UnitCode "code" "The unit" at "/api/v1/units/{code}/change" takes Body<OtherUnit>;
//! }
//! ```
//!
//! Bodies and answers are those of [`crate::command`].

/// Commands on the organisation; each takes an [`OrganisationRequest`](whistle_app::OrganisationRequest).
macro_rules! organisation_commands {
    ($(
        $(#[$doc:meta])+
        $name:ident $(of $about:ident $parameter:literal $thing:literal)? at $path:tt
        takes $body:ident<$request:ident> $(, answers $status:ident $done:tt)?;
    )+) => {
        $($crate::organisation::command::handler! {
            [$(#[$doc])+ $name $path] [$($about $parameter $thing)?] $body $request [$($status $done)?]
        })+
        $crate::command::router! { $($name)+ }
    };
}

/// One handler: first its answer, its body and what it is about are spelt out, then it is written.
macro_rules! handler {
    ($entry:tt $about:tt $body:ident $request:ident []) => {
        $crate::organisation::command::handler! { $entry $about $body $request [OK "Done"] }
    };
    ($entry:tt $about:tt NoBody $request:ident $answers:tt) => {
        $crate::organisation::command::handler! { @ $entry $about NoBody $request [] $answers }
    };
    ($entry:tt $about:tt $body:ident $request:ident $answers:tt) => {
        $crate::organisation::command::handler! { @ $entry $about $body $request [request_body = $request,] $answers }
    };
    (@ $entry:tt [] $body:ident $request:ident $described:tt $answers:tt) => {
        $crate::organisation::command::handler! { @@ $entry [New, [], [], New] $body $request $described $answers }
    };
    (@ $entry:tt [$about:ident $parameter:literal $thing:literal] $body:ident $request:ident $described:tt $answers:tt) => {
        $crate::organisation::command::handler! {
            @@ $entry
            [
                $about,
                [($parameter = String, Path, description = $thing),],
                [$crate::extract::PathText(named): $crate::extract::PathText,],
                $about(named)
            ]
            $body $request $described $answers
        }
    };
    (
        @@ [$(#[$doc:meta])+ $name:ident $path:tt]
        [$about:ident, [$($parameter:tt)*], [$($argument:tt)*], $named:expr]
        $body:ident $request:ident [$($request_body:tt)*] [$status:ident $done:tt]
    ) => {
        $(#[$doc])+
        #[utoipa::path(
            post,
            path = $path,
            tag = "organisation",
            params($($parameter)* $crate::organisation::Conditions),
            $($request_body)*
            responses((status = $status, description = $done, body = $crate::organisation::answer::Organised), $crate::problem::Problems, $crate::problem::CommandProblems)
        )]
        pub(crate) async fn $name(
            ::axum::extract::State(state): ::axum::extract::State<$crate::HttpState>,
            acting: $crate::extract::Acting<$crate::extract::OnOrganisation<$about, $request>>,
            $($argument)*
            command: $crate::extract::Command,
            body: $crate::extract::$body<$request>,
        ) -> Result<$crate::answer::Answer<$crate::organisation::answer::Organised>, $crate::problem::Problem> {
            let context = command.context(&body.raw);
            let committed = state.app.on_organisation(&acting.caller, $named, body.value, &context).await?;
            let answer = $crate::organisation::answer::Organised::after(committed);
            Ok($crate::answer::Answer { status: ::axum::http::StatusCode::$status, ..answer })
        }
    };
}

pub(crate) use {handler, organisation_commands};
