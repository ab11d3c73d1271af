import { petitionWord } from '@/shared/wording/kinds';
import { dispatchRoleWord, dispatchStateWord, itemStateWord, statusWord, suspensionStateWord } from '@/shared/wording/states';
import { teach } from '@/shared/wording/speech';
import type { CaseView } from './actions/action';
import type { NameOf } from './names';

const words = teach('case_changes', {
  status: ['案件：{from} → {to}', 'Case: {from} → {to}'],
  state: ['{unit}：{from} → {to}', '{unit}: {from} → {to}'],
  sent: ['新派{role}：{unit}', 'Sent as {role}: {unit}'],
  due: ['{unit}的办结期限已变动', 'The deadline of {unit} has moved'],
  return: ['{unit}申请退单', '{unit} asked to return it'],
  ruled: ['{unit}的退单已裁定', 'The return of {unit} was ruled on'],
  asked: ['提出{what}', 'Asked for: {what}'],
  decided: ['{what}已审批', 'Decided: {what}'],
  parking: ['挂账：{to}', 'Parking: {to}'],
  supervised: ['新的督办：{unit}', 'Supervised: {unit}'],
  callback: ['登记了回访', 'A callback was recorded'],
  item: ['{title}：{to}', '{title}: {to}'],
  joint: ['安排了联合行动', 'A joint action was called'],
  plan: ['计划有变动', 'The plan has changed'],
  people: ['联名人数有变动', 'The number of complainants has changed'],
  measure: ['{unit}登记了处置措施', '{unit} recorded a measure'],
  classified: ['事项或哨型已更正', 'Category or kind was corrected'],
  more: ['补充了案件信息', 'Something was added to the case'],
});

type Lines = (string | false | undefined)[];

function ofDispatches(before: CaseView, after: CaseView, nameOf: NameOf): Lines {
  return after.dispatches.flatMap((now): Lines => {
    const unit = nameOf.unit(now.department);
    const then = before.dispatches.find(({ id }) => id === now.id);
    if (!then) return [words('sent', { role: dispatchRoleWord(now.role), unit })];
    return [
      then.state !== now.state && words('state', { unit, from: dispatchStateWord(then.state), to: dispatchStateWord(now.state) }),
      then.due_at !== now.due_at && words('due', { unit }),
      then.measures < now.measures && words('measure', { unit }),
    ];
  });
}

function ofRequests(before: CaseView, after: CaseView, nameOf: NameOf): Lines {
  const disputes = after.disputes.map((now) => {
    const then = before.disputes.find(({ request }) => request === now.request);
    const unit = nameOf.unit(now.department);
    return then ? !then.ruling && now.ruling && words('ruled', { unit }) : words('return', { unit });
  });
  const petitions = after.petitions.map((now, index) => {
    const then = before.petitions[index];
    const what = petitionWord(now.kind);
    return then ? then.approved == null && now.approved != null && words('decided', { what }) : words('asked', { what });
  });
  return [...disputes, ...petitions].map((line) => line || undefined);
}

function ofItems(before: CaseView, after: CaseView): Lines {
  return after.items.map((now) => {
    const then = before.items.find(({ id }) => id === now.id);
    return then?.state !== now.state && words('item', { title: now.title, to: itemStateWord(now.state) });
  });
}

const callbacks = ({ callback }: CaseView) => callback.unanswered + Number(callback.solved != null);
const told = (value: unknown) => JSON.stringify(value);

/** What became of a case while somebody looked at an older state of it, in plain words. */
export function changesOf(before: CaseView, after: CaseView, nameOf: NameOf): readonly string[] {
  if (before.version === after.version) return [];
  const suspension = after.suspension?.state;
  const lines: Lines = [
    before.status !== after.status && words('status', { from: statusWord(before.status), to: statusWord(after.status) }),
    (before.category !== after.category || before.kind !== after.kind) && words('classified'),
    ...ofDispatches(before, after, nameOf),
    ...ofRequests(before, after, nameOf),
    before.suspension?.state !== suspension && suspension && words('parking', { to: suspensionStateWord(suspension) }),
    ...after.supervisions.slice(before.supervisions.length).map(({ department }) => words('supervised', { unit: nameOf.unit(department) })),
    callbacks(before) !== callbacks(after) && words('callback'),
    ...ofItems(before, after),
    before.joint_actions.length < after.joint_actions.length && words('joint'),
    told(before.plan) !== told(after.plan) && words('plan'),
    before.people.complainants !== after.people.complainants && words('people'),
  ];
  const said = lines.filter((line): line is string => Boolean(line));
  return said.length > 0 ? said : [words('more')];
}
