//! By whom and why a grant is over, in the same words for the elder, her helper and the desk. Knows no rule.

use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{Html, nothing, para, stack};
use domain::family::Grant;

/// `elder` and `helper` as this reader calls them: 「您」, 「王**」, 「本人」.
pub fn ended(cx: &Cx, grant: &Grant, elder: &str, helper: &str) -> Html {
    let Some(ended) = &grant.ended else {
        // From before the reason was written down.
        return if grant.state.over() { para(cx.t("ended-why-unsaid")) } else { nothing() };
    };
    let names = [("elder", elder), ("helper", helper)];
    let by = cx.tv(&format!("ended-by-{}", ended.by.key()), &names);
    let mut body = vec![para(cx.tv("ended-when", &[("when", &words::moment(cx, ended.at)), ("by", &by)]))];
    body.push(para(cx.tv(&format!("ended-why-{}", ended.why.key()), &names)));
    if let Some(no) = grant.claim.as_ref().and_then(|claim| claim.no) {
        body.push(para(cx.t(&format!("guardian-no-{}", no.key()))));
    }
    stack(body)
}

/// How she agreed: the evidence as a sentence.
pub fn agreed(cx: &Cx, grant: &Grant) -> Html {
    let Some(agreement) = &grant.agreement else { return nothing() };
    let when = words::moment(cx, agreement.at());
    let there = match agreement {
        domain::family::Agreement::Home { there, .. } => {
            there.iter().map(|who| cx.t(&format!("staff-grant-there-{who}"))).collect::<Vec<_>>().join("、")
        }
        _ => String::new(),
    };
    para(cx.tv(&format!("agreed-{}", agreement.key()), &[("when", &when), ("there", &there)]))
}
