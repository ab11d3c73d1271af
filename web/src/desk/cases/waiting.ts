import { petitionWord } from '@/shared/wording/kinds';
import { roleWord } from '@/shared/wording/people';
import { spoken, teach } from '@/shared/wording/speech';
import type { Role } from '@/shared/session';
import type { CaseView } from './actions/action';

const words = teach('waiting', {
  return: ['退单申请', 'Return'],
  suspension: ['挂账申请', 'Parking'],
  echo: ['回音壁文字', 'Wording for the wall'],
  by: ['由{who}裁定', 'Decided by: {who}'],
  or: ['或', ' or '],
});

type Petition = CaseView['petitions'][number]['kind'];
export interface Waiting {
  readonly kind: 'return' | 'suspension' | 'echo' | Petition;
  /** Who asked. */
  readonly unit: string | undefined;
  /** Which roles decide, as the rules of the service have it; a policy may name fewer. */
  readonly deciders: readonly Role[];
}

const FIRST: readonly Role[] = ['dispatcher', 'supervisor'];
const FURTHER: readonly Role[] = ['supervisor'];
/** So many extensions of a dispatch the first level may give. */
const EXTENSIONS_AT_FIRST_LEVEL = 1;

/** The second return of a case is determined, by the further level and for good. */
export const decidersOfReturn = ({ disputes }: CaseView): readonly Role[] => (disputes.length > 1 ? FURTHER : FIRST);

export function decidersOfPetition(view: CaseView, { kind, dispatch }: Pick<CaseView['petitions'][number], 'kind' | 'dispatch'>): readonly Role[] {
  if (kind !== 'extension') return FURTHER;
  const given = view.dispatches.find(({ id }) => id === dispatch)?.extensions ?? 0;
  return given < EXTENSIONS_AT_FIRST_LEVEL ? FIRST : FURTHER;
}

export const decidersOfParking = FURTHER;
export const decidersOfWording: readonly Role[] = ['community', 'supervisor'];

/** Everything in a case that waits for a decision. */
export function waitingIn(view: CaseView): readonly Waiting[] {
  const { suspension, echo } = view;
  return [
    ...view.disputes
      .filter(({ ruling }) => !ruling)
      .map(({ department }): Waiting => ({ kind: 'return', unit: department, deciders: decidersOfReturn(view) })),
    ...view.petitions
      .filter(({ approved }) => approved == null)
      .map((petition): Waiting => ({ kind: petition.kind, unit: petition.unit ?? undefined, deciders: decidersOfPetition(view, petition) })),
    ...(suspension?.state === 'requested' ? [{ kind: 'suspension', unit: suspension.unit ?? undefined, deciders: decidersOfParking } as const] : []),
    ...(echo?.pending ? [{ kind: 'echo', unit: undefined, deciders: decidersOfWording } as const] : []),
  ];
}

export function waitingWord(kind: Waiting['kind']): string {
  return kind === 'return' || kind === 'suspension' || kind === 'echo' ? words(kind) : petitionWord(kind);
}

/** Who decides, for somebody who does not; nothing for those who do. */
export function decidersWord(deciders: readonly Role[], reader: Role | undefined): string {
  if (reader && deciders.includes(reader)) return '';
  const who = deciders.map((role) => (role === 'supervisor' ? spoken(['督查人员', 'a supervisor']) : roleWord(role)));
  return words('by', { who: who.join(words('or')) });
}
