/** 411625 X 20261121 00037 8: county, kind, day, running number, check character. */
const NUMBER = /^(\d{6})([A-Z])(\d{8})(\d{5,})([0-9X])$/;

/** The short form of a case number, for people: `X20261121-00037`. What is no number stays as it is. */
export function displayNumber(number: string): string {
  const parts = NUMBER.exec(number);
  return parts ? `${parts[2]}${parts[3]}-${parts[4]}` : number;
}

/** The whole number in groups, as one reads it out or types it: `411625 X20261121 00037 8`. */
export function spacedNumber(number: string): string {
  const parts = NUMBER.exec(number);
  return parts ? `${parts[1]} ${parts[2]}${parts[3]} ${parts[4]} ${parts[5]}` : number;
}

/**
 * A case number as people type it, for the service: without spaces, in capitals. The dash of a short number stays, because
 * it says where the day ends; in a whole number dashes only group.
 */
export function typedNumber(text: string): string {
  const typed = text.replace(/\s/g, '').replace(/[‐‑–—－]/g, '-').toUpperCase();
  const whole = typed.replace(/-/g, '');
  return NUMBER.test(whole) ? whole : typed;
}
