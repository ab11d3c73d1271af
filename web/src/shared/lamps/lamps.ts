import type { components } from '../api/schema';

/** The lamps, the most pressing first. Purple: somebody higher up looks at it. */
export const LAMPS = ['purple', 'red', 'yellow', 'green', 'grey'] as const;
export type LampCode = (typeof LAMPS)[number];
export type LampOf = components['schemas']['CaseListItem']['lamp'];

export function asLamp(code: string | null | undefined): LampCode | undefined {
  return LAMPS.find((lamp) => lamp === code);
}

/** A shape for each, so that nobody needs to tell the colours apart. Drawn in a field of 16 × 16. */
export const LAMP_SHAPES: Readonly<Record<LampCode, string>> = {
  green: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z',
  yellow: 'M8 1.2 15.4 14.4H.6Z',
  red: 'M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2Z',
  grey: 'M3 2h3.6v12H3Zm6.4 0H13v12H9.4Z',
  purple: 'm8 1 6.5 6.2-1.9 2L8 4.9 3.4 9.2l-1.9-2Zm0 6 6.5 6.2-1.9 2L8 10.9l-4.6 4.3-1.9-2Z',
};
