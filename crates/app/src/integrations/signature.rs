//! How a receiver knows that a delivery is ours and that nobody changed it. `docs/integrations.md` tells receivers the same.

use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// `t=SECONDS,v1=HEX`, and a further `v1` for each further secret that signs just now.
pub(super) fn signature(secrets: &[Zeroizing<String>], at: DateTime<Utc>, body: &[u8]) -> String {
    let seconds = at.timestamp();
    secrets.iter().fold(format!("t={seconds}"), |signed, secret| {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("any length will do");
        mac.update(seconds.to_string().as_bytes());
        mac.update(b".");
        mac.update(body);
        format!("{signed},v1={}", hex::encode(mac.finalize().into_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUIDE: &str = include_str!("../../../../docs/integrations.md");

    /// What stands between the fences of the block that begins with this line.
    fn block(first: &str) -> &'static str {
        let (_, rest) = GUIDE.split_once(&format!("\n```{first}\n")).expect(first);
        rest.split_once("\n```").expect("the block ends").0
    }

    #[test]
    fn the_worked_example_of_the_guide_is_right() {
        let line = |name: &str| {
            let mut lines = block("text example").lines();
            let value = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            value.unwrap_or_else(|| panic!("the example has no {name}")).to_owned()
        };
        let at = DateTime::from_timestamp(line("t").parse().expect("seconds"), 0).expect("an instant");
        let signed = signature(&[Zeroizing::new(line("secret"))], at, line("body").as_bytes());
        assert_eq!(signed, line("Whistle-Signature"));
    }

    #[test]
    fn while_a_secret_is_being_replaced_both_sign() {
        let at = DateTime::from_timestamp(1_795_147_200, 0).expect("an instant");
        let [new, old] = ["whsec_new", "whsec_old"].map(|secret| Zeroizing::new(secret.to_owned()));
        let both = signature(&[new.clone(), old.clone()], at, b"{}");
        let alone = |secret| signature(&[secret], at, b"{}").split_once(",v1=").expect("signed").1.to_owned();
        assert_eq!(both, format!("t=1795147200,v1={},v1={}", alone(new), alone(old)));
    }
}
