export type Recognised = { readonly kind: 'same'; readonly step: number } | { readonly kind: 'other' } | { readonly kind: 'malformed' };

/** After which step a history had the fingerprint that somebody noted down. */
export function recognise(noted: string, fingerprints: readonly string[]): Recognised {
  const digits = noted.replace(/\s/g, '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(digits)) return { kind: 'malformed' };
  const at = fingerprints.indexOf(digits);
  return at < 0 ? { kind: 'other' } : { kind: 'same', step: at + 1 };
}
