import { action, type Action, type Choice, type Place } from './action';
import { evidence, line, onlyOf, reason, story } from './fields';
import { atWork, itemsIn, parked, stands, standsEvenParked, workingDispatches } from './standing';

const itemChoices = (state: string) => ({ view }: Place): Choice[] =>
  itemsIn(view, state).map(({ id, title }) => ({ value: id, text: title }));
const onItems = (place: Place) => atWork(place) || place.view.status === 'verification';
const outsideItems = ({ view, unit }: Place) => !workingDispatches(view).some(({ department }) => department === unit);
const joinable = standsEvenParked('raised', 'endorsed', 'filed', 'dispatched', 'in_handling');

/** 联名与问题清单. */
export const collectingActions: readonly Action[] = [
  action({
    code: 'join',
    group: 'collecting',
    path: '/api/v1/cases/{id}/complainants',
    title: ['登记联名', 'Somebody joins'],
    note: ['姓名、电话加密保存；同户一票。', 'Name and number are sealed; a household has one vote.'],
    roles: ['grid_worker', 'community', 'hotline', 'dispatcher'],
    when: joinable,
    fields: [
      line('name', ['姓名', 'Name']),
      line('phone', ['电话', 'Telephone']),
      line('household', ['户号', 'Household'], { hint: ['如 3-2-501，只保存摘要。', 'Such as 3-2-501; only a digest is kept.'] }),
    ],
  }),
  action({
    code: 'representative',
    group: 'collecting',
    path: '/api/v1/cases/{id}/representative',
    title: ['推选代表', 'Choose who speaks'],
    roles: ['grid_worker', 'community', 'hotline', 'dispatcher'],
    when: ({ view }) => view.people.complainants > 0,
    fields: [{ name: 'complainant', label: ['诉求代表', 'Who speaks for all'], kind: { of: 'complainant' }, needed: true }],
  }),
  action({
    code: 'vote',
    group: 'collecting',
    path: '/api/v1/cases/{id}/votes',
    title: ['登记按户评价', 'Record a household’s vote'],
    roles: ['community', 'hotline'],
    when: (place) =>
      stands('callback', 'dissatisfied', 'closed', 'handled_locally')(place) && place.view.people.complainants > 0,
    fields: [
      { name: 'complainant', label: ['联名人', 'Complainant'], kind: { of: 'complainant' }, needed: true },
      {
        name: 'solved',
        label: ['问题解决了吗', 'Solved?'],
        kind: { of: 'yes_no', yes: ['已解决', 'Solved'], no: ['未解决', 'Not solved'] },
        needed: true,
      },
      { name: 'satisfaction', label: ['满意程度', 'Satisfaction'], kind: { of: 'satisfaction' }, needed: true },
      story('comment', ['居民原话', 'In their words']),
    ],
  }),
  action({
    code: 'list_items',
    group: 'collecting',
    path: '/api/v1/cases/{id}/items',
    title: ['列出问题清单', 'List items'],
    note: ['清单逐项销号，全部销号后才能核查通过。', 'They are struck off one by one, and all of them before the check can pass.'],
    roles: ['grid_worker', 'community', 'dispatcher'],
    when: joinable,
    fields: [{ name: 'items', label: ['事项', 'Items'], kind: { of: 'list_of_items' }, needed: true }],
  }),
  action({
    code: 'order_rectification',
    group: 'collecting',
    path: '/api/v1/cases/{id}/order-rectification',
    title: ['责令整改', 'Order rectification'],
    roles: ['dispatcher', 'supervisor'],
    when: (place) => atWork(place) && !parked(place.view) && itemChoices('open')(place).length > 0,
    fields: [
      onlyOf('item', ['清单事项', 'Item'], itemChoices('open')),
      {
        name: 'unit',
        label: ['整改单位', 'Unit'],
        kind: { of: 'unit', among: ({ view }) => workingDispatches(view).map(({ department }) => department) },
        needed: true,
      },
      story('requirement', ['整改要求', 'What is asked'], { needed: true }),
      { name: 'within', label: ['期限', 'Within'], kind: { of: 'length' }, needed: true },
    ],
  }),
  action({
    code: 'reinspect',
    group: 'collecting',
    path: '/api/v1/cases/{id}/reinspect',
    title: ['复查', 'Reinspect'],
    note: ['通过即销号；申报单位不能复查自己。', 'Struck off when it passes; nobody reinspects their own claim.'],
    roles: ['grid_worker', 'community', 'supervisor'],
    when: (place) => onItems(place) && !parked(place.view) && outsideItems(place) && itemChoices('claimed')(place).length > 0,
    weight: 'next',
    fields: [
      onlyOf('item', ['清单事项', 'Item'], itemChoices('claimed')),
      {
        name: 'passed',
        label: ['复查结果', 'Finding'],
        kind: { of: 'yes_no', yes: ['合格，销号', 'Good: strike off'], no: ['不合格', 'Not good'] },
        needed: true,
      },
      story('note', ['现场情况', 'What was seen']),
      evidence('evidence', { needed: true }),
    ],
  }),
  action({
    code: 'restore_item',
    group: 'collecting',
    path: '/api/v1/cases/{id}/restore-item',
    title: ['恢复清单事项', 'Restore an item'],
    roles: ['dispatcher', 'supervisor'],
    when: (place) => onItems(place) && !parked(place.view) && itemChoices('struck_off')(place).length > 0,
    fields: [onlyOf('item', ['清单事项', 'Item'], itemChoices('struck_off')), reason()],
  }),
];
