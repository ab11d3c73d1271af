//! Journeys across the whole service: over HTTP, on a real database, by a clock that stands still.

#[cfg(test)]
mod accounts;
#[cfg(test)]
mod as_of;
#[cfg(test)]
mod away;
#[cfg(test)]
mod calendar;
#[cfg(test)]
mod clocks;
#[cfg(test)]
mod conventions;
#[cfg(test)]
mod durability;
#[cfg(test)]
mod echo_wall;
#[cfg(test)]
mod files;
#[cfg(test)]
mod integrations;
#[cfg(test)]
mod journey;
#[cfg(test)]
mod leaves;
#[cfg(test)]
mod organisation;
#[cfg(test)]
mod organisation_roles;
#[cfg(test)]
mod packs;
#[cfg(test)]
mod photos;
#[cfg(test)]
mod repeats;
#[cfg(test)]
mod roles;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod support;
#[cfg(test)]
mod told;
#[cfg(test)]
mod what_if;
