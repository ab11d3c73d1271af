import type { CaseView, DispatchView, Place } from './action';

/** Where a case stands, asked the way in which the rules of the actions ask. */
const ENDED: readonly string[] = ['declined', 'not_accepted', 'diverted', 'merged', 'withdrawn'];

export const ended = ({ view }: Place): boolean => ENDED.includes(view.status);
export const parked = (view: CaseView): boolean => view.suspension?.state === 'in_force';
export const emergency = (view: CaseView): boolean => view.kind === 'emergency';
export const atWork = ({ view }: Place): boolean => view.status === 'dispatched' || view.status === 'in_handling';
export const reopenable = ({ view }: Place): boolean => view.status === 'closed';

/** The case is in one of these, and not parked. */
export function stands(...statuses: readonly string[]): (place: Place) => boolean {
  return ({ view }) => statuses.includes(view.status) && !parked(view);
}

/** Like `stands`, also while the case is parked. */
export function standsEvenParked(...statuses: readonly string[]): (place: Place) => boolean {
  return ({ view }) => statuses.includes(view.status);
}

/** 立案以前: an emergency may go on without its endorsement. */
export const readyToFile = (place: Place): boolean =>
  stands('endorsed')(place) || (stands('raised')(place) && emergency(place.view));
export const readyToSend = (place: Place): boolean => stands('filed')(place) || readyToFile(place);

export const working = ({ role, state }: DispatchView): boolean =>
  role !== 'notified' && state !== 'recalled' && state !== 'discharged';
export const workingDispatches = (view: CaseView): readonly DispatchView[] => view.dispatches.filter(working);
export const present = ({ state }: DispatchView): boolean => state !== 'recalled' && state !== 'discharged';

/** The unit of whoever looks was sent, and still has its part. */
export const sent = ({ view, unit }: Place): boolean =>
  view.dispatches.some((dispatch) => dispatch.department === unit && working(dispatch));

/** It is the dispatch of whoever looks, in one of these states. */
export function mine(...states: readonly string[]): (place: Place) => boolean {
  return ({ dispatch, unit, view }) =>
    dispatch !== undefined &&
    dispatch.department === unit &&
    dispatch.role !== 'notified' &&
    states.includes(dispatch.state) &&
    !parked(view);
}

/** 退单待裁定: the dispute about a dispatch that waits for its ruling. */
export function openDispute({ view, dispatch }: Place) {
  return view.disputes.find((dispute) => dispute.dispatch === dispatch?.id && !dispute.ruling);
}

/** What was asked for and waits for somebody else. */
export function openPetition(view: CaseView, kind: string, dispatch?: string) {
  return view.petitions.find(
    (petition) =>
      petition.kind === kind && petition.approved == null && (dispatch === undefined || petition.dispatch === dispatch),
  );
}

export const openSupervisions = (view: CaseView) =>
  view.supervisions.filter((supervision) => !supervision.answered_at && !supervision.lifted_at);
export const openJointActions = (view: CaseView) => view.joint_actions.filter((joint) => !joint.held_at);
export const openMilestones = (view: CaseView) => (view.plan?.milestones ?? []).filter((stage) => !stage.reached_at);
export const itemsIn = (view: CaseView, state: string) => view.items.filter((item) => item.state === state);
/** Whether the resident has answered in this round. */
export const answered = (view: CaseView): boolean => view.callback.solved != null;
