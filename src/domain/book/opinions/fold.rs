//! The effect of one fact on the opinions. It refuses only what cannot have happened.

use std::rc::Rc;

use super::{Answer, Discussion, Opinion, Opinions, Outcome, PassedOn, Proposal};
use crate::domain::book::impossible::Clash;
use crate::domain::book::strand::Fold;
use crate::domain::event::{Event, OpinionFact, Subject};
use crate::domain::terms::OpinionId;

impl Fold for Opinions {
    fn fold(&mut self, event: &Event) -> Result<(), Clash> {
        let Some(fact) = OpinionFact::of(event) else {
            return Ok(());
        };
        match fact {
            OpinionFact::OpinionCollected(fact) => {
                let opinion = Opinion {
                    heard: fact.clone(),
                    answers: Vec::new(),
                    passed_on: Vec::new(),
                    discussions: Vec::new(),
                    cases: std::collections::BTreeMap::new(),
                    proposals: Vec::new(),
                    outcomes: Vec::new(),
                };
                if self.all.insert(fact.opinion, Rc::new(opinion)).is_some() {
                    return Err(Clash::Known(Subject::Opinion(fact.opinion).into()));
                }
            }
            OpinionFact::OpinionAnswered(fact) => self.known(fact.opinion)?.answers.push(Answer {
                on: fact.on,
                by: fact.by.clone(),
                text: fact.text.clone(),
            }),
            OpinionFact::OpinionPassedOn(fact) => {
                self.known(fact.opinion)?.passed_on.push(PassedOn {
                    on: fact.on,
                    to: fact.to.clone(),
                    due: fact.due,
                });
            }
            OpinionFact::OpinionsDiscussed(fact) => {
                for opinion in &fact.opinions {
                    self.known(*opinion)?.discussions.push(Discussion {
                        on: fact.on,
                        group: fact.group.clone(),
                        people: fact.people.clone(),
                        note: fact.note.clone(),
                    });
                }
            }
            OpinionFact::OpinionsRaised(fact) => {
                for opinion in &fact.opinions {
                    let cases = &mut self.known(*opinion)?.cases;
                    for case in &fact.cases {
                        cases.entry(*case).or_insert(fact.on);
                    }
                }
            }
            OpinionFact::OpinionsForwarded(fact) => {
                let at = self.proposals.len();
                for opinion in &fact.opinions {
                    self.known(*opinion)?.proposals.push(at);
                }
                self.proposals.push(Proposal {
                    on: fact.on,
                    to: fact.to.clone(),
                    draft: fact.draft.clone(),
                    proposal: fact.proposal.clone(),
                    opinions: fact.opinions.clone(),
                });
            }
            OpinionFact::OpinionSettled(fact) => {
                self.known(fact.opinion)?.outcomes.push(Outcome {
                    on: fact.on,
                    adopted: fact.adopted,
                    outcome: fact.outcome.clone(),
                });
            }
        }
        Ok(())
    }
}

impl Opinions {
    fn known(&mut self, id: OpinionId) -> Result<&mut Opinion, Clash> {
        self.all
            .get_mut(&id)
            .map(Rc::make_mut)
            .ok_or_else(|| Clash::Unknown(Subject::Opinion(id).into()))
    }
}
