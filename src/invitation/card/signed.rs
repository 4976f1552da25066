//! What a signature covers: fields as bytes, so that it says the same however a file is laid out.

/// What a card's signature begins with, so that it can be taken for nothing else.
pub(super) const CARD_CONTEXT: &[u8] = b"hulp helper card v1";
/// The same of a list of what was taken back.
pub(super) const REVOKED_CONTEXT: &[u8] = b"hulp revoked cards v1";

/// Fields that are being put together, each with its length before it: no two lists of fields come out the same.
pub(super) struct Fields(Vec<u8>);

impl Fields {
    pub(super) fn begin(context: &[u8]) -> Self {
        Self(Vec::new()).add(context)
    }

    pub(super) fn add(mut self, field: &[u8]) -> Self {
        self.0.extend((field.len() as u64).to_be_bytes());
        self.0.extend(field);
        self
    }

    pub(super) fn end(self) -> Vec<u8> {
        self.0
    }
}
