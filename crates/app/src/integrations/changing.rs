//! Pausing, resuming, replaying, replacing the secret, closing.
//!
//! As with accounts: what makes the service send something is written down before, what makes it stop, after.

use async_recursion::async_recursion as boxed;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::access::{
    AccessBook, AccessCommand, IntegrationClosed, IntegrationPaused, IntegrationReplayed, IntegrationResumed,
    IntegrationSecretReplaced, PauseCause,
};
use whistle_store::integrations::IntegrationState;
use whistle_store::log::{CommandMeta, Executed};

use super::IntegrationView;
use crate::access::Operation;
use crate::accounts::AccessCommitted;
use crate::cases::CommandContext;
use crate::protect::Fields;
use crate::timers::the_service;
use crate::{App, AppError, Caller};

/// Where to go on from.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Replay {
    /// It is told once more what stands after this position of the log, which must not lie beyond what was delivered; 0 is
    /// everything.
    #[schema(minimum = 0)]
    pub after: i64,
}

/// A new secret, told this once.
#[derive(Serialize, ToSchema)]
pub struct ReplacedSecret {
    /// The integration.
    #[serde(flatten)]
    pub integration: IntegrationView,
    /// What deliveries are signed with from now on; the one before signs as well for another 24 hours. Nothing when the
    /// request was carried out before: it was told then.
    pub secret: Option<String>,
}

impl App {
    /// 暂停推送: nothing is sent until it is resumed; what happens meanwhile waits. Pausing twice is no error.
    #[boxed]
    pub async fn pause_integration(
        &self,
        caller: &Caller,
        id: Uuid,
        context: &CommandContext,
    ) -> Result<AccessCommitted<IntegrationView>, AppError> {
        Operation::KeepIntegrations.authorise(caller)?;
        let _turn = self.access_turn().await?;
        let meta = self.meta(caller, context);
        let (_, before) = self.integration_for(id, &meta).await?;
        // A request that was carried out before, and resumed since, pauses nothing again.
        let anew = !before || self.access.book().await?.paused(id);
        let meta = self.shutting(meta).await?;
        if anew {
            self.integrations.store.pause(id, PauseCause::Asked, self.clock.now()).await?;
        }
        let command = IntegrationPaused { integration: id, cause: PauseCause::Asked };
        self.carried_out(id, AccessCommand::PauseIntegration(command), meta).await
    }

    /// 恢复推送, beginning with what waited. Resuming twice is no error.
    #[boxed]
    pub async fn resume_integration(
        &self,
        caller: &Caller,
        id: Uuid,
        context: &CommandContext,
    ) -> Result<AccessCommitted<IntegrationView>, AppError> {
        Operation::KeepIntegrations.authorise(caller)?;
        let _turn = self.access_turn().await?;
        let meta = self.meta(caller, context);
        let (found, before) = self.integration_for(id, &meta).await?;
        if !before && found.state == IntegrationState::Paused && !self.access.book().await?.paused(id) {
            // It was paused, and the word of it was lost.
            let cause = found.pause_cause.unwrap_or(PauseCause::Asked);
            self.say_paused(id, cause).await?;
        }
        let command = AccessCommand::ResumeIntegration(IntegrationResumed { integration: id });
        let executed = self.access.execute(command, meta).await?;
        // A request that was carried out before, and paused since, resumes nothing.
        if !self.access.book().await?.paused(id) {
            self.integrations.store.resume(id).await?;
        }
        self.stands_now(id, &executed).await
    }

    /// 重新推送: goes on after a position, at once, or when it is resumed.
    #[boxed]
    pub async fn replay_integration(
        &self,
        caller: &Caller,
        id: Uuid,
        request: Replay,
        context: &CommandContext,
    ) -> Result<AccessCommitted<IntegrationView>, AppError> {
        Operation::KeepIntegrations.authorise(caller)?;
        let _turn = self.access_turn().await?;
        let meta = self.meta(caller, context);
        let (found, before) = self.integration_for(id, &meta).await?;
        // Whoever goes on further ahead would never be told what lies between.
        if !before && !(0..=found.delivered).contains(&request.after) {
            let mut fields = Fields::default();
            let told = format!("what was delivered ends at position {}", found.delivered);
            fields.refuse("/after", "out_of_range", told);
            fields.finish()?;
        }
        let command = IntegrationReplayed { integration: id, after: request.after };
        let executed = self.access.execute(AccessCommand::ReplayIntegration(command), meta).await?;
        self.integrations.store.replay(id, request.after, executed.appended.last_position).await?;
        self.stands_now(id, &executed).await
    }

    /// 更换签名密钥. The one before signs as well for a day.
    #[boxed]
    pub async fn replace_secret(
        &self,
        caller: &Caller,
        id: Uuid,
        context: &CommandContext,
    ) -> Result<AccessCommitted<ReplacedSecret>, AppError> {
        Operation::KeepIntegrations.authorise(caller)?;
        let _turn = self.access_turn().await?;
        let meta = self.meta(caller, context);
        self.integration_for(id, &meta).await?;
        let command = AccessCommand::ReplaceSecret(IntegrationSecretReplaced { integration: id });
        let executed = self.access.execute(command, meta).await?;
        let event = executed.appended.last_position;
        let made = self.integrations.store.replace_secret(id, event, self.clock.now()).await?;
        let secret = made.map(|made| String::clone(&made));
        let integration = self.integration_view(id).await?;
        Ok(AccessCommitted::new(ReplacedSecret { integration, secret }, &executed))
    }

    /// 断开系统, for good. Closing twice is no error.
    #[boxed]
    pub async fn close_integration(
        &self,
        caller: &Caller,
        id: Uuid,
        context: &CommandContext,
    ) -> Result<AccessCommitted<IntegrationView>, AppError> {
        Operation::KeepIntegrations.authorise(caller)?;
        let _turn = self.access_turn().await?;
        self.integration(id).await?;
        let meta = self.shutting(self.meta(caller, context)).await?;
        self.integrations.store.close(id, self.clock.now()).await?;
        let command = AccessCommand::CloseIntegration(IntegrationClosed { integration: id });
        self.carried_out(id, command, meta).await
    }

    /// Writes down what the service did with an integration; nothing where that was written down before.
    pub(super) async fn say_paused(&self, id: Uuid, cause: PauseCause) -> Result<(), AppError> {
        let command = AccessCommand::PauseIntegration(IntegrationPaused { integration: id, cause });
        let meta = self.meta(&the_service(), &CommandContext::default());
        self.access.execute(command, meta).await?;
        Ok(())
    }

    async fn carried_out(
        &self,
        id: Uuid,
        command: AccessCommand,
        meta: CommandMeta,
    ) -> Result<AccessCommitted<IntegrationView>, AppError> {
        let executed = self.access.execute(command, meta).await?;
        self.stands_now(id, &executed).await
    }

    async fn stands_now(
        &self,
        id: Uuid,
        executed: &Executed<AccessBook>,
    ) -> Result<AccessCommitted<IntegrationView>, AppError> {
        Ok(AccessCommitted::new(self.integration_view(id).await?, executed))
    }
}
