//! The nationality on the identity card by GB/T 3304-1991. Stored as the two-digit code.
//! Names are text and live in the language files under `nationality-<code>`.

use serde::{Deserialize, Serialize};

macro_rules! nationalities {
    ($($name:ident = $code:literal,)*) => {
        /// One of the 56 nationalities; `Other` (97) for people not yet classified.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Nationality {
            $(#[serde(rename = $code)] $name,)*
        }

        impl Nationality {
            /// In the order of the standard.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Two digits: `01` Han, `02` Mongol, `04` Tibetan, `05` Uyghur ...
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// Text key: `nationality-04`.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => concat!("nationality-", $code),)* }
            }
        }
    };
}

nationalities! {
    Han = "01",
    Mongol = "02",
    Hui = "03",
    Tibetan = "04",
    Uyghur = "05",
    Miao = "06",
    Yi = "07",
    Zhuang = "08",
    Bouyei = "09",
    Korean = "10",
    Manchu = "11",
    Dong = "12",
    Yao = "13",
    Bai = "14",
    Tujia = "15",
    Hani = "16",
    Kazakh = "17",
    Dai = "18",
    Li = "19",
    Lisu = "20",
    Va = "21",
    She = "22",
    Gaoshan = "23",
    Lahu = "24",
    Sui = "25",
    Dongxiang = "26",
    Naxi = "27",
    Jingpo = "28",
    Kirgiz = "29",
    Tu = "30",
    Daur = "31",
    Mulao = "32",
    Qiang = "33",
    Blang = "34",
    Salar = "35",
    Maonan = "36",
    Gelao = "37",
    Xibe = "38",
    Achang = "39",
    Pumi = "40",
    Tajik = "41",
    Nu = "42",
    Uzbek = "43",
    Russian = "44",
    Evenki = "45",
    Deang = "46",
    Bonan = "47",
    Yugur = "48",
    Gin = "49",
    Tatar = "50",
    Derung = "51",
    Oroqen = "52",
    Hezhen = "53",
    Monba = "54",
    Lhoba = "55",
    Jino = "56",
    Other = "97",
}

impl Nationality {
    /// Reads `04` or `4`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|n| n.code() == code || n.code().strip_prefix('0') == Some(code))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn every_code_is_unique_and_comes_back() {
        assert_eq!(Nationality::ALL.len(), 57);
        for nationality in Nationality::ALL {
            assert_eq!(Nationality::from_code(nationality.code()), Some(*nationality));
            assert_eq!(serde_json::to_string(nationality).unwrap(), format!("\"{}\"", nationality.code()));
        }
        assert_eq!(Nationality::from_code("4"), Some(Nationality::Tibetan));
        assert_eq!(Nationality::from_code("57"), None);
    }
}
