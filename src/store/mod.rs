//! What is kept: invitations, people, the log, settings.
