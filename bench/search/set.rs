//! A set to measure with: documents, questions, and how good each document is for each.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Document {
    pub id: String,
    pub lang: String,
    pub title: String,
    pub body: String,
}

#[derive(Clone, Deserialize)]
pub struct Question {
    pub id: String,
    pub text: String,
    #[serde(default)]
    pub must_rank_below_relevant: Vec<String>,
}

pub struct Set {
    pub name: String,
    pub documents: Vec<Document>,
    pub questions: Vec<Question>,
    /// By question and document; 2 and 3 are relevant.
    pub grades: BTreeMap<String, BTreeMap<String, u32>>,
}

fn lines<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<Vec<T>, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let line = |(nth, line): (usize, &str)| {
        serde_json::from_str(line)
            .map_err(|e| format!("{}:{}: {e}", path.display(), nth + 1).into())
    };
    text.lines().enumerate().filter(|(_, line)| !line.is_empty()).map(line).collect()
}

impl Set {
    pub fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let documents: Vec<Document> = lines(&folder.join("documents.jsonl"))?;
        let questions: Vec<Question> = lines(&folder.join("queries.jsonl"))?;
        let mut grades: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
        for line in fs::read_to_string(folder.join("qrels.tsv"))?.lines() {
            let cells: Vec<&str> = line.split_whitespace().collect();
            if let [question, _, document, grade] = cells[..] {
                let known = |id: &str| documents.iter().any(|document| document.id == id);
                if !known(document) || questions.iter().all(|known| known.id != question) {
                    return Err(format!("{name}: {line}: no such document or question").into());
                }
                let grades = grades.entry(question.to_owned()).or_default();
                grades.insert(document.to_owned(), grade.parse()?);
            }
        }
        Ok(Self { name, documents, questions, grades })
    }

    /// Only every so many of the questions, from this one on.
    pub fn every(&self, step: usize, first: usize) -> Self {
        let questions = self.questions.iter().skip(first).step_by(step).cloned().collect();
        Self {
            name: self.name.clone(),
            documents: Vec::new(),
            questions,
            grades: self.grades.clone(),
        }
    }
}

/// How well all questions of a set were answered.
#[derive(Default)]
pub struct Score {
    pub ndcg: f64,
    pub mrr: f64,
    pub recall: f64,
    pub nothing: usize,
    pub traps: usize,
    questions: usize,
}

impl Score {
    /// nDCG@10 with gain 2^grade − 1; MRR@10 and recall@10 with grade 2 and up as relevant (1 and
    /// up where no document has more); traps that stand above a relevant document.
    #[expect(clippy::cast_precision_loss, reason = "ten places and a few thousand questions")]
    pub fn of(set: &Set, mut answer: impl FnMut(&Question) -> Vec<String>) -> Self {
        let mut score = Self::default();
        let high = if set.grades.values().any(|g| g.values().any(|g| *g >= 2)) { 2 } else { 1 };
        for question in &set.questions {
            let Some(grades) = set.grades.get(&question.id) else { continue };
            let all = answer(question);
            let grade = |id: &String| grades.get(id).copied().unwrap_or(0);
            let gain = |(nth, grade): (usize, u32)| {
                (2_f64.powi(grade.cast_signed()) - 1.0) / (nth as f64 + 2.0).log2()
            };
            let best = || all.iter().take(10);
            let reached: f64 = best().map(grade).enumerate().map(gain).sum();
            let mut ideal: Vec<u32> = grades.values().copied().collect();
            ideal.sort_unstable_by(|a, b| b.cmp(a));
            let ideal: f64 = ideal.into_iter().take(10).enumerate().map(gain).sum();
            score.ndcg += reached / ideal;
            let relevant: Vec<usize> =
                best().enumerate().filter(|(_, id)| grade(id) >= high).map(|(n, _)| n).collect();
            score.mrr += relevant.first().map_or(0.0, |first| 1.0 / (*first as f64 + 1.0));
            let total = grades.values().filter(|grade| **grade >= high).count();
            score.recall += relevant.len() as f64 / total.clamp(1, 10) as f64;
            score.nothing += usize::from(all.is_empty());
            score.traps += traps(question, &all, |id| grade(id) >= high, total);
            score.questions += 1;
        }
        let questions = score.questions as f64;
        score.ndcg /= questions;
        score.mrr /= questions;
        score.recall /= questions;
        score
    }
}

fn traps(
    question: &Question,
    all: &[String],
    relevant: impl Fn(&String) -> bool,
    total: usize,
) -> usize {
    let found: Vec<usize> = (0..all.len()).filter(|at| relevant(&all[*at])).collect();
    let last = if found.len() < total { usize::MAX } else { found.last().copied().unwrap_or(0) };
    let is_above =
        |trap: &&String| all.iter().position(|id| id == *trap).is_some_and(|at| at < last);
    question.must_rank_below_relevant.iter().filter(is_above).count()
}
