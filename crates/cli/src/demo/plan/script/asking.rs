//! Checking in the field, and asking the resident.

use chrono::Duration;
use whistle_app::{Callback, ExitForm, Rating, Settlement, Verification};
use whistle_domain::actor::Role;

use super::super::super::cast;
use super::super::By;
use super::{Move, Script};

impl Script<'_> {
    pub(super) fn verify(&mut self, passed: bool) {
        let note = Some(self.say(|phrases| if passed { &phrases.verified } else { &phrases.failed }));
        let evidence = vec![self.say(|phrases| &phrases.evidence)];
        let input =
            Verification { passed: Some(passed), impossible: false, note, evidence, rework: Vec::new() };
        let gap = self.share((self.limit() / 12).min(Duration::days(1)), 20, 100);
        let community = &self.tale.community;
        let user =
            if self.chance.percent(60) { cast::grid_worker(community) } else { cast::community(community) };
        self.push(gap, By::User(user), input);
    }

    pub(super) fn miss_resident(&mut self) {
        let comment = Some(self.say(|phrases| &phrases.unanswered));
        let input = Callback { reached: false, solved: None, satisfaction: None, comment };
        let gap = Duration::minutes(self.chance.between(180, 900));
        self.call_back(gap, input);
    }

    pub(super) fn hear_no(&mut self) {
        let comment = Some(self.say(|phrases| &phrases.unsolved));
        let satisfaction = Some(if self.chance.percent(60) { 1 } else { 2 });
        let input = Callback { reached: true, solved: Some(false), satisfaction, comment };
        let gap = self.after_the_work();
        self.call_back(gap, input);
    }

    /// A dissatisfied case is done again, with the resident's own words as the reason.
    pub(super) fn settle(&mut self) {
        let reason = self.say(|phrases| &phrases.unsolved);
        self.by_dispatcher(10, 120, Settlement { exit: ExitForm::Redo, reason, length: None, to: None });
    }

    pub(super) fn hear_yes(&mut self) {
        if self.chance.percent(15) {
            self.miss_resident();
        }
        let grade = self.grade().max(3);
        let comment = Some(self.comment(grade));
        let input = Callback { reached: true, solved: Some(true), satisfaction: Some(grade), comment };
        let gap = self.after_the_work();
        self.call_back(gap, input);
    }

    pub(super) fn call_back(&mut self, gap: Duration, input: Callback) {
        let hotline = By::User(Role::Hotline.code().to_owned());
        let by = if self.chance.percent(60) { hotline } else { self.community() };
        self.push(gap, by, input);
    }

    /// Residents with an account mostly rate what became of their case.
    pub(super) fn rate(&mut self) {
        let Some(resident) = self.tale.resident.clone().filter(|_| self.chance.percent(85)) else { return };
        let satisfaction = self.grade();
        let comment = self.chance.percent(70).then(|| self.comment(satisfaction));
        let input = Rating { solved: satisfaction > 1, satisfaction, comment };
        let gap = Duration::minutes(self.chance.between(20, 60 * 48));
        self.moves.push(Move { gap, within: None, office: false, by: By::User(resident), act: input.into() });
    }
}
