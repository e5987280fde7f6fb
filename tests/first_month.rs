//! The page that leads from a ledger in a workbook to the first monthly report, walked as it stands.

use jianyi::{NoAnswer, Person};

use crate::examples::workbook;
use crate::office::{Office, example};

/// What is asked, and what is answered.
type Answers = Vec<(String, String)>;

/// Somebody who follows the page: each question must be the one that stands there.
struct Newcomer {
    answers: Answers,
    given: usize,
}

impl Newcomer {
    fn next(&mut self, prompt: &str) -> String {
        let (asked, answer) = self.answers.get(self.given).expect(prompt);
        assert!(
            prompt.starts_with(asked.as_str()),
            "{prompt} is not {asked}"
        );
        self.given += 1;
        answer.clone()
    }
}

impl Person for Newcomer {
    fn line(&mut self, prompt: &str) -> Result<String, NoAnswer> {
        Ok(self.next(prompt))
    }

    fn one(&mut self, prompt: &str, choices: &[String]) -> Result<usize, NoAnswer> {
        let answer = self.next(prompt);
        let place = choices.iter().position(|c| c.starts_with(&answer));
        Ok(place.expect(&answer))
    }

    fn several(&mut self, prompt: &str, _: &[String]) -> Result<Vec<usize>, NoAnswer> {
        panic!("the page does not say so: {prompt}")
    }

    fn write(&mut self, _: &str) -> Result<String, NoAnswer> {
        panic!("the page does not say so")
    }
}

#[test]
fn a_ledger_becomes_the_first_report_in_four_commands() {
    let page = std::fs::read_to_string(example("first-month.md")).expect("the page");
    let block = page.split("```console\n").nth(1).expect("a session");
    let block = block.split("```").next().expect("its end");
    let office = Office::empty();
    office.write("台账.xlsx", workbook("台账"));
    let mut commands: Vec<(Vec<&str>, Answers)> = Vec::new();
    for line in block.lines() {
        if let Some(typed) = line.strip_prefix("$ jianyi ") {
            commands.push((typed.split(' ').collect(), Vec::new()));
        } else if let Some((asked, answer)) =
            line.strip_prefix("? ").and_then(|l| l.split_once(": "))
        {
            let answers = &mut commands.last_mut().expect("a command").1;
            answers.push((asked.to_owned(), answer.to_owned()));
        }
    }
    let prompts: usize = commands.iter().map(|(_, answers)| answers.len()).sum();
    assert!(
        commands.len() <= 4 && prompts <= 6,
        "{} {prompts}",
        commands.len()
    );
    for (words, answers) in commands {
        let mut newcomer = Newcomer { answers, given: 0 };
        let told = office.asks(&words, &mut newcomer);
        assert_eq!(told.code, 0, "{words:?}: {}{}", told.err, told.out);
        assert_eq!(newcomer.given, newcomer.answers.len(), "{words:?}");
    }
    let report = std::fs::read(office.path("月报.docx")).expect("the report");
    assert!(report.starts_with(b"PK") && report.len() > 2_000);
    let count = office.json(&["report", "summary", "--scope", "level=town"]);
    assert_eq!(count["data"]["scope"]["total"], 69);
}
