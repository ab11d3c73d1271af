import type { components } from '@/shared/api/schema';
import { instantWords } from '@/shared/time/dates';
import { echoOutcomeWord } from '@/shared/wording/echo';
import { satisfactionWord } from '@/shared/wording/figures';
import { kindWord } from '@/shared/wording/kinds';
import { lampWord } from '@/shared/wording/lamps';
import { levelWord } from '@/shared/wording/people';
import { spoken, teach, type Pair } from '@/shared/wording/speech';
import { dispatchRoleWord, dispatchStateWord, statusWord, suspensionStateWord } from '@/shared/wording/states';
import type { Names } from '../names';

export type CaseView = components['schemas']['CaseView'];

/** What one version of a case says differently from the one before. */
export interface Difference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const words = teach('case_change', {
  none: ['（无）', '(none)'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  dispatch: ['派单：{unit}', 'Dispatch: {unit}'],
  due: ['{unit}应办结', '{unit}: due'],
  cards: ['{unit}黄牌 / 红牌', '{unit}: yellow / red cards'],
  reworks: ['{unit}返工次数', '{unit}: reworks'],
});

type NameOf = Pick<Names, 'unit' | 'category'>;
type Say = (view: CaseView, names: NameOf) => string | null | undefined;

const when = (instant: string | null | undefined) => (instant ? instantWords(instant) : null);
const yes = (value: boolean) => words(value ? 'yes' : 'no');
const some = (count: number) => (count === 0 ? null : String(count));

const FIELDS: readonly [word: Pair, say: Say][] = [
  [['状态', 'Status'], ({ status }) => statusWord(status)],
  [['标题', 'Title'], ({ title }) => title],
  [['描述', 'Description'], ({ description }) => description],
  [['地址', 'Address'], ({ location }) => location.address],
  [['哨型', 'Kind'], ({ kind }) => kindWord(kind)],
  [['事项', 'Category'], ({ category }, names) => names.category(category)],
  [['层级', 'Level'], ({ level }) => levelWord(level)],
  [['亮灯', 'Lamp'], ({ lamp }) => (lamp ? lampWord(lamp) : null)],
  [['应结案', 'To be closed by'], ({ due_at }) => when(due_at)],
  [['政策版本', 'Policy version'], ({ policy_version }) => (policy_version == null ? null : String(policy_version))],
  [['首接负责单位', 'Contact unit'], ({ contact_unit }, names) => (contact_unit ? names.unit(contact_unit) : null)],
  [['无头事项牵头', 'Owner of the orphan matter'], ({ orphan_owner }, names) => (orphan_owner ? names.unit(orphan_owner) : null)],
  [['挂账', 'Parking'], ({ suspension }) => (suspension ? suspensionStateWord(suspension.state) : null)],
  [['返工次数', 'Reworks'], ({ reworks }) => some(reworks)],
  [['回访未接通', 'Callbacks unanswered'], ({ callback }) => some(callback.unanswered)],
  [['居民说已解决', 'Solved, says the resident'], ({ callback }) => (callback.solved == null ? null : yes(callback.solved))],
  [
    ['回访满意度', 'Satisfaction at the callback'],
    ({ callback }) => (callback.satisfaction == null ? null : satisfactionWord(String(callback.satisfaction))),
  ],
  [['居民评价', 'Rating'], ({ rating }) => (rating ? satisfactionWord(String(rating.satisfaction)) : null)],
  [['督办', 'Supervisions'], ({ supervisions }) => some(supervisions.length)],
  [['督办已回复', 'Supervisions answered'], ({ supervisions }) => some(supervisions.filter((each) => each.answered_at).length)],
  [['重新办理次数', 'Reopenings'], ({ reopenings }) => some(reopenings)],
  [['回头看次数', 'Look-backs'], ({ look_backs }) => some(look_backs)],
  [['联名人数', 'Complainants'], ({ people }) => some(people.complainants)],
  [['剔除', 'Excluded'], ({ excluded }) => yes(excluded)],
  [['强制结案', 'Closed by force'], ({ forced }) => yes(forced)],
  [['结案时间', 'Closed'], ({ closed_at }) => when(closed_at)],
  [['化解层级', 'Resolved at'], ({ resolved_at_level }) => (resolved_at_level ? levelWord(resolved_at_level) : null)],
  [['回音壁', 'Wall'], ({ echo }) => (echo ? echoOutcomeWord(echo.outcome) : null)],
];

/** What a case is, as pairs of what it is called and what it says. */
function statementsOf(view: CaseView | undefined, names: NameOf): Map<string, string> {
  const said = new Map<string, string>();
  if (!view) return said;
  for (const [word, say] of FIELDS) {
    const text = say(view, names);
    if (text) said.set(spoken(word), text);
  }
  for (const dispatch of view.dispatches) {
    const unit = names.unit(dispatch.department);
    said.set(words('dispatch', { unit }), `${dispatchRoleWord(dispatch.role)} · ${dispatchStateWord(dispatch.state)}`);
    if (dispatch.due_at) said.set(words('due', { unit }), instantWords(dispatch.due_at));
    if (dispatch.yellow_cards + dispatch.red_cards > 0) {
      said.set(words('cards', { unit }), `${dispatch.yellow_cards} / ${dispatch.red_cards}`);
    }
    if (dispatch.reworks > 0) said.set(words('reworks', { unit }), String(dispatch.reworks));
  }
  return said;
}

/** Field by field, what has changed between two versions; everything, where there is no earlier one. */
export function differences(before: CaseView | undefined, after: CaseView, names: NameOf): readonly Difference[] {
  const old = statementsOf(before, names);
  const now = statementsOf(after, names);
  const labels = [...now.keys(), ...[...old.keys()].filter((label) => !now.has(label))];
  return labels
    .map((label) => ({ label, before: old.get(label) ?? words('none'), after: now.get(label) ?? words('none') }))
    .filter((change) => change.before !== change.after);
}
