//! 门诊慢特病病种: national M-codes, grouped as people look for them. Which of them a region covers, for how much and how long
//! differs and is not written here. Names are texts (`disease-<code>`).
//!
//! Source: a city's published list of 2022 and the code table of a public program, both seen in part; about a quarter of the
//! national table (`facts/services.md` §6.1). Trust: low, to be completed by the region.

/// Groups in the order of the question page, each with its diseases; a code is written with a small letter.
pub const DISEASES: &[(&str, &[&str])] = &[
    ("tumour", &["m00503", "m00504", "m01001"]),
    ("heart-brain", &["m03900", "m03904", "m04600", "m04300", "m04301", "m04000", "m04800", "m04803"]),
    ("sugar-thyroid", &["m01600", "m01601", "m01609", "m01701", "m01702", "m01908", "m01904", "m01903"]),
    ("kidney-transplant", &["m07805", "m07803", "m07804", "m07800", "m07807", "m07700", "m08300"]),
    ("lung-infection", &["m05300", "m05400", "m05601", "m00105", "m00201", "m00202", "m00300", "m00402", "m12100"]),
    ("liver-gut", &["m06201", "m06100", "m06000", "m06501"]),
    ("blood", &["m01102", "m01103", "m01200"]),
    (
        "nerves-mind",
        &["m02300", "m02400", "m02500", "m02800", "m02900", "m03200", "m02101", "m02102", "m02103", "m02104", "m02105", "m02106"],
    ),
    ("joints-skin", &["m06900", "m07200", "m07101", "m06700"]),
    ("eyes", &["m03600", "m03701", "m03703", "m03704"]),
];

/// 恶性肿瘤, 尿毒症 and its dialysis, 器官移植: looked at whenever they come, not once a month.
const ANY_TIME: &[&str] = &["m00503", "m00504", "m07805", "m07803", "m07804", "m08300"];

pub fn any_time(code: &str) -> bool {
    ANY_TIME.contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_is_well_formed_and_stands_once() {
        let mut seen = std::collections::BTreeSet::new();
        for code in DISEASES.iter().flat_map(|(_, row)| *row) {
            assert!(code.len() == 6 && code.starts_with('m') && code[1..].bytes().all(|b| b.is_ascii_digit()), "{code}");
            assert!(seen.insert(code), "{code} twice");
        }
        assert!(ANY_TIME.iter().all(|code| seen.contains(code)));
    }
}
