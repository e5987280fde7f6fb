//! What must hold of the journal as a whole, each kind of harm in a file of its own.

mod cuts;
mod damage;
mod failing_disk;
mod folder;
mod holding;
mod laws;
