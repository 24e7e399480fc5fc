//! Fields of a form: label above, hint beside the question (never in a tooltip), the mistake in words, the answer kept.
//! Nothing is checked in the browser and nothing is ticked beforehand.
use leptos::prelude::*;

use super::error_summary::FieldError;
use super::{Html, Icon, icon};
use crate::cx::Cx;

mod choice;
mod date;
mod file;
mod sound;
mod text;

pub use choice::{Choice, check_list, checkboxes, radios, select};
pub use date::{DateParts, date_field};
pub use file::file_field;
pub use sound::sound_field;
pub use text::{TextKind, code_field, password_field, text_area, text_field};

/// What all fields share. The element's id is `f-<name>`, its hint `h-<name>`, its mistake `e-<name>`.
#[derive(Clone, Debug, Default)]
pub struct Field {
    pub name: String,
    pub label: String,
    pub hint: Option<String>,
    pub value: String,
    pub error: Option<String>,
    /// The label is the only heading of the page: one question a page.
    pub heading: bool,
    /// Says 「可以不填」 beside the label.
    pub optional: bool,
}

impl Field {
    pub fn new(name: &str, label: impl Into<String>) -> Field {
        Field { name: name.to_owned(), label: label.into(), ..Field::default() }
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Field {
        self.hint = Some(hint.into());
        self
    }

    /// What she typed, right or wrong: always given back.
    pub fn value(mut self, value: impl Into<String>) -> Field {
        self.value = value.into();
        self
    }

    pub fn error(mut self, message: impl Into<String>) -> Field {
        self.error = Some(message.into());
        self
    }

    /// Takes this field's mistake out of all mistakes of the page.
    pub fn errors(mut self, errors: &[FieldError]) -> Field {
        self.error = FieldError::of(errors, &self.name).map(str::to_owned);
        self
    }

    pub fn as_heading(mut self) -> Field {
        self.heading = true;
        self
    }

    pub fn optional(mut self) -> Field {
        self.optional = true;
        self
    }

    fn id(&self) -> String {
        format!("f-{}", self.name)
    }

    /// For `aria-describedby`: hint and mistake, where there are any.
    fn described_by(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("h-{}", self.name));
        let error = self.error.as_ref().map(|_| format!("e-{}", self.name));
        match (hint, error) {
            (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
            (hint, error) => hint.or(error),
        }
    }

    fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }

    fn class(&self) -> &'static str {
        if self.error.is_some() { "field field-wrong" } else { "field" }
    }

    /// Label text, as the page's heading where asked.
    fn words(&self, cx: &Cx) -> Html {
        let label = self.label.clone();
        let optional = self.optional.then(|| view! { <span class="optional">{cx.t("ui-optional")}</span> });
        if self.heading { view! { <h1>{label}{optional}</h1> }.into_any() } else { view! { <span>{label}{optional}</span> }.into_any() }
    }

    /// Hint and mistake, between label and control.
    fn notes(&self) -> Html {
        let hint = self.hint.clone().map(|hint| view! { <p class="hint" id=format!("h-{}", self.name)>{hint}</p> });
        let error = self.error.clone().map(|error| {
            view! { <p class="field-error" id=format!("e-{}", self.name)>{icon(Icon::Care)}<span>{error}</span></p> }
        });
        view! { {hint}{error} }.into_any()
    }

    /// Label, notes, control: for everything that has one control.
    fn frame(&self, cx: &Cx, control: Html) -> Html {
        view! {
            <div class=self.class()>
                <label class="field-label" for=self.id()>{self.words(cx)}</label>
                {self.notes()}
                {control}
            </div>
        }
        .into_any()
    }

    /// Fieldset and legend: for questions with several controls. The first control carries the id.
    fn group(&self, cx: &Cx, controls: Html) -> Html {
        view! {
            <div class=self.class()>
                <fieldset aria-describedby=self.described_by()>
                    <legend class="field-label">{self.words(cx)}</legend>
                    {self.notes()}
                    {controls}
                </fieldset>
            </div>
        }
        .into_any()
    }
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    let choices = || vec![Choice::new("yes", "有"), Choice::new("no", "没有").hint("窗口可以帮您填"), Choice::new("unsure", "不清楚")];
    vec![
        text_field(cx, Field::new("name", "您的姓名").hint("和身份证上一样"), TextKind::Name),
        text_field(
            cx,
            Field::new("id_number", "身份证号码").value("99010119520307").error("身份证号码要有 18 位，现在是 14 位。"),
            TextKind::IdNumber,
        ),
        text_field(cx, Field::new("phone", "手机号码").optional(), TextKind::Phone),
        text_area(cx, Field::new("reason", "为什么去外地").hint("可以按键盘上的话筒说话"), 500),
        code_field(cx, Field::new("code", "短信里的 6 位数字")),
        password_field(cx, Field::new("password", "密码"), false),
        radios(cx, Field::new("proof", "您有居住证吗？").as_heading(), choices(), None),
        checkboxes(cx, Field::new("papers", "您手上有哪些材料？"), choices(), &["no".to_owned()]),
        check_list(
            cx,
            Field::new("days", "哪几天方便？"),
            vec![("days-monday".to_owned(), "星期一".to_owned()), ("days-friday".to_owned(), "星期五".to_owned())],
            &["days-friday".to_owned()],
        ),
        select(cx, Field::new("province", "去哪个省").error("还没有选省份。选一个再往下走。"), choices(), Some("no")),
        date_field(
            cx,
            Field::new("start", "从哪天开始").hint("比如 2026 年 12 月 1 日").error("2 月没有 30 日。看一下日历再填。"),
            &DateParts::new("2026", "2", "30"),
        ),
        file_field(
            cx,
            Field::new("paper", "拍下居住证").hint("字要看得清，四个角都在照片里"),
            "image/jpeg,image/png,image/webp,image/heic,application/pdf",
        ),
    ]
}
