export { onDispatch } from './action';
import type { Pair } from '@/shared/wording/speech';
import type { NameOf } from '../names';
import { onDispatch, type Action, type ActionGroup, type Given, type Place } from './action';
import { collectingActions } from './collecting';
import { dispatchingActions } from './dispatching';
import { endingActions } from './ending';
import { handlingActions } from './handling';
import { reviewActions } from './review';
import { rulingActions } from './ruling';

export const groupTitles: Readonly<Record<ActionGroup, Pair>> = {
  review: ['受理把关', 'Intake'],
  dispatching: ['派单调度', 'Dispatching'],
  handling: ['办理', 'Handling'],
  ruling: ['审批裁定', 'Rulings'],
  ending: ['核查收尾', 'Checking and closing'],
  supervising: ['督办公开', 'Supervision and the wall'],
  collecting: ['联名清单', 'Complainants and items'],
};

/** Every action on a case that the staff has. */
export function allActions(nameOf: NameOf): readonly Action[] {
  return [
    ...reviewActions,
    ...dispatchingActions,
    ...handlingActions,
    ...rulingActions,
    ...endingActions(nameOf),
    ...collectingActions,
  ];
}

/** An action, with the dispatch that it is about. */
export interface Offer {
  readonly action: Action;
  readonly place: Place;
  /** What is filled in already, such as a suggestion. */
  readonly given?: Given;
}

/** What whoever looks may do on a case now, the expected next step first. */
export function offers(actions: readonly Action[], place: Place): readonly Offer[] {
  const allowed = actions.filter(({ roles }) => roles.includes(place.role));
  const found = allowed.flatMap((action): Offer[] => {
    const places = onDispatch(action) ? place.view.dispatches.map((dispatch) => ({ ...place, dispatch })) : [place];
    return places.filter((each) => action.when(each)).map((each) => ({ action, place: each }));
  });
  return [...found].sort((a, b) => Number(b.action.weight === 'next') - Number(a.action.weight === 'next'));
}
