/** Months in China, counted from the present one: `2026-11`. */
function monthFrom(shift: number): string {
  const now = new Date(Date.now() + 8 * 3_600_000);
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + shift, 1)).toISOString().slice(0, 7);
}

export const monthNow = (): string => monthFrom(0);
/** The demo has cases in it, and they are over. */
export const lastMonth = (): string => monthFrom(-1);
