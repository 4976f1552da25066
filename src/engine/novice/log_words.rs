//! The session's reasons in the words of the novice's log, which must stay readable when the wire's own change.

use crate::{
    session::{ControlEnd, ControlRefusal, End, Refusal},
    store::{ControlEndedHow, ControlRefusedWhy, RefusedWhy, SessionEndedWhy},
};

pub(super) fn refused_why(refusal: &Refusal) -> RefusedWhy {
    match *refusal {
        Refusal::Unknown => RefusedWhy::Unknown,
        Refusal::Expired(_) => RefusedWhy::Expired,
        Refusal::Withdrawn => RefusedWhy::Withdrawn,
        Refusal::AlreadyInUse => RefusedWhy::InUse,
        Refusal::AlreadyUsed => RefusedWhy::Used,
        Refusal::WrongPassword { attempts_left } => RefusedWhy::WrongPassword { attempts_left },
        Refusal::Voided => RefusedWhy::Voided,
        Refusal::PolicyForbids => RefusedWhy::PolicyForbids,
        Refusal::Busy => RefusedWhy::Busy,
        Refusal::Declined => RefusedWhy::Declined,
        Refusal::NoAnswer => RefusedWhy::NoAnswer,
        Refusal::Version { expert, .. } => RefusedWhy::Version { helper: expert },
        Refusal::CannotShare => RefusedWhy::CannotShare,
        Refusal::Protocol => RefusedWhy::Protocol,
        Refusal::SessionOver => RefusedWhy::SessionOver,
        Refusal::NotOnList => RefusedWhy::NotOnList,
        Refusal::TooSoon { .. } => RefusedWhy::TooSoon,
    }
}

pub(super) fn control_refused_why(refusal: ControlRefusal) -> ControlRefusedWhy {
    match refusal {
        ControlRefusal::Declined => ControlRefusedWhy::Declined,
        ControlRefusal::NoAnswer => ControlRefusedWhy::NoAnswer,
        ControlRefusal::PolicyForbids => ControlRefusedWhy::PolicyForbids,
        ControlRefusal::Paused => ControlRefusedWhy::Paused,
        ControlRefusal::CannotInject => ControlRefusedWhy::CannotInject,
    }
}

pub(super) fn control_ended_how(end: ControlEnd) -> ControlEndedHow {
    match end {
        ControlEnd::Escape => ControlEndedHow::Escape,
        ControlEnd::CtrlC => ControlEndedHow::CtrlC,
        ControlEnd::StopButton => ControlEndedHow::StopButton,
        ControlEnd::Paused => ControlEndedHow::Paused,
        ControlEnd::Released => ControlEndedHow::Released,
        ControlEnd::CannotInject => ControlEndedHow::CannotInject,
        ControlEnd::PolicyForbids => ControlEndedHow::PolicyForbids,
    }
}

pub(super) fn session_ended_why(end: End) -> SessionEndedWhy {
    match end {
        End::NoviceLeft => SessionEndedWhy::NoviceLeft,
        End::ExpertLeft => SessionEndedWhy::HelperLeft,
        End::NoviceClosed => SessionEndedWhy::NoviceClosed,
        End::ExpertClosed => SessionEndedWhy::HelperClosed,
        End::Withdrawn => SessionEndedWhy::Withdrawn,
        End::LineBroke => SessionEndedWhy::LineBroke,
        End::ScreenLost => SessionEndedWhy::ScreenLost,
        End::Protocol => SessionEndedWhy::Protocol,
        End::PolicyForbids => SessionEndedWhy::PolicyForbids,
        End::NotOnList => SessionEndedWhy::NotOnList,
    }
}
