//! Journeys across the whole service.
