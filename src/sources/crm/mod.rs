//! Lists of leads and deals as CRM systems export them, one file each.

mod pipedrive;

pub use pipedrive::DEALS as PIPEDRIVE_DEALS;
