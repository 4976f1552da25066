//! Who may write the expert's part of the view: the newest task alone, so that one which was left cannot bring its page back.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use super::super::{publish::Publisher, view::ExpertView};

/// A right to write, until the next pen is taken.
#[derive(Clone)]
pub(super) struct Pen {
    publisher: Arc<Publisher>,
    newest: Arc<AtomicU64>,
    number: u64,
}

impl Pen {
    pub(super) fn first(publisher: Arc<Publisher>) -> Self {
        Self {
            publisher,
            newest: Arc::default(),
            number: 0,
        }
    }

    /// The next pen; no earlier one writes from now on.
    pub(super) fn next(&self) -> Self {
        let number = self.newest.fetch_add(1, Ordering::SeqCst) + 1;
        Self {
            number,
            ..self.clone()
        }
    }

    /// Changes the view, if this is the newest pen.
    pub(super) fn write(&self, change: impl FnOnce(&mut ExpertView)) {
        if !self.is_newest() {
            return;
        }
        self.publisher.change(|view| {
            // Asked again under the view's lock, for the pen may have been taken away meanwhile.
            if self.is_newest() {
                change(&mut view.expert);
            }
        });
    }

    /// Whether the view is still this task's.
    pub(super) fn is_newest(&self) -> bool {
        self.newest.load(Ordering::SeqCst) == self.number
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::View;

    #[test]
    fn an_old_pen_writes_nothing() {
        let publisher = Arc::new(Publisher::new(View::default(), Arc::new(|| ())));
        let old = Pen::first(publisher.clone());
        let new = old.next();
        let failed = |view: &mut ExpertView| {
            *view = ExpertView::CannotOpen {
                path: "x".into(),
                fault: crate::engine::OpenFault::TooLarge,
            };
        };
        old.write(failed);
        assert!(matches!(publisher.view().expert, ExpertView::Nothing));
        new.write(failed);
        assert!(matches!(
            publisher.view().expert,
            ExpertView::CannotOpen { .. }
        ));
    }
}
