//! Workbooks, good and bad.
