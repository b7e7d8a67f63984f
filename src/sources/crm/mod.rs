//! Lists of leads and deals as CRM systems export them, one file each.
//!
//! | file | holds |
//! |---|---|
//! | `salesforce_opportunities` … `salesforce_leads` | reports of Salesforce |
//! | `salesforce_ids` | its identifiers of 15 and 18 characters |
//! | `hubspot_deals`, `hubspot_contacts`, `hubspot_stages` | lists of HubSpot, and the times of stages in their headers |
//! | `pipedrive` | deals of Pipedrive |
//! | `zoho_deals`, `zoho_leads` | lists of Zoho CRM |
//! | `dynamics` | opportunities of Dynamics 365 |
//! | `outcome` | whether a deal is won or lost, where columns of their own say so |

mod dynamics;
mod hubspot_contacts;
mod hubspot_deals;
#[cfg(feature = "engine")]
mod hubspot_stages;
#[cfg(feature = "engine")]
mod outcome;
mod pipedrive;
mod salesforce_history;
#[cfg(feature = "engine")]
mod salesforce_ids;
mod salesforce_leads;
mod salesforce_members;
mod salesforce_opportunities;
mod zoho_deals;
mod zoho_leads;

pub use dynamics::OPPORTUNITIES as DYNAMICS_OPPORTUNITIES;
pub use hubspot_contacts::CONTACTS as HUBSPOT_CONTACTS;
pub use hubspot_deals::DEALS as HUBSPOT_DEALS;
pub use pipedrive::DEALS as PIPEDRIVE_DEALS;
pub use salesforce_history::HISTORY as SALESFORCE_HISTORY;
pub use salesforce_leads::LEADS as SALESFORCE_LEADS;
pub use salesforce_members::MEMBERS as SALESFORCE_MEMBERS;
pub use salesforce_opportunities::OPPORTUNITIES as SALESFORCE_OPPORTUNITIES;
pub use zoho_deals::DEALS as ZOHO_DEALS;
pub use zoho_leads::LEADS as ZOHO_LEADS;
