/** 411625 X 20261121 00037 8: county, kind, day, running number, check character. */
export const NUMBER = /^(\d{6})([A-Z])(\d{8})(\d{5,})([0-9X])$/;

/** The short form of a case number, for people: `X20261121-00037`. What is no number stays as it is. */
export function displayNumber(number: string): string {
  const parts = NUMBER.exec(number);
  return parts ? `${parts[2]}${parts[3]}-${parts[4]}` : number;
}

/**
 * A case number as people type it, for the service: in capitals, and letters and digits as wide as any. The dash of a short
 * number says where the day ends, and a gap says as much; in a whole number both only group.
 */
export function typedNumber(text: string): string {
  const typed = text.normalize('NFKC').trim().toUpperCase();
  const whole = typed.replace(/[\s‐‑–—―−-]/g, '');
  if (NUMBER.test(whole)) return whole;
  return typed
    .replace(/^([A-Z])\s+/, '$1')
    .replace(/\s*[‐‑–—―−-]\s*/g, '-')
    .replace(/(\d)\s+(?=\d)/g, '$1-')
    .replace(/\s/g, '');
}
