/** The colours of the page, for what is drawn on a canvas and cannot read tokens by itself. */
export interface Ink {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly card: string;
  readonly brand: string;
  readonly good: string;
  readonly caution: string;
  readonly danger: string;
  readonly purple: string;
  readonly grey: string;
  readonly letters: string;
  readonly size: number;
}

export function inkOf(element: HTMLElement): Ink {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const root = getComputedStyle(document.documentElement);
  return {
    ink: token('--ink'),
    soft: token('--ink-soft'),
    line: token('--line'),
    card: token('--card'),
    brand: token('--brand'),
    good: token('--good'),
    caution: token('--caution'),
    danger: token('--danger'),
    purple: token('--lamp-purple'),
    grey: token('--lamp-grey'),
    letters: style.fontFamily,
    size: Number.parseFloat(root.fontSize) * 0.8,
  };
}
