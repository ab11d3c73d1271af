/** 411625 X 20261121 00037 8: county, kind, day, running number, check character. */
const NUMBER = /^(\d{6})([A-Z])(\d{8})(\d{5,})([0-9X])$/;

/** The short form of a case number, for people: `X20261121-00037`. What is no number stays as it is. */
export function displayNumber(number: string): string {
  const parts = NUMBER.exec(number);
  return parts ? `${parts[2]}${parts[3]}-${parts[4]}` : number;
}

/** A case number as people type it: without spaces, in capitals. */
export function typedNumber(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}
