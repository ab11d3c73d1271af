import { currentLanguage, teach } from './speech';

const words = teach('details', {
  line: ['第{line}行第{column}列，{reason}', 'line {line}, column {column}: {reason}'],
  several: ['共{n}处，第一处：{reason}', '{reason} ({n} place) | first of {n} places: {reason}'],
  placed: ['{place}{reason}', '{place}: {reason}'],
  category: ['第{n}个事项（{code}）', 'category {n} ({code})'],
  duty: ['第{n}个职责', 'duty {n}'],
  unread: ['无法读懂（{text}）', '{text}'],
  unknownField: ['不认识的字段“{name}”', 'unknown field “{name}”'],
  missingField: ['缺少字段“{name}”', 'the field “{name}” is missing'],
  unknownWord: ['不认识的取值“{name}”', 'unknown word “{name}”'],
  noLimit: ['“{name}”不是时限，请写成3wd、4wh、2h、30min或7d', '“{name}” is no limit: write 3wd, 4wh, 2h, 30min or 7d'],
  version: ['版本号须大于0', 'version must be at least 1'],
  title: ['标题缺失或超过100字', 'the title is missing or longer than 100 characters'],
  noCategories: ['没有任何事项', 'there are no categories'],
  badCode: ['编码“{name}”须为1到40个字母、数字、下划线或短横', 'the code “{name}” must be 1 to 40 letters, digits, _ or -'],
  text: ['的“{name}”缺失或超过100字', '“{name}” is missing or longer than 100 characters'],
  twice: ['的编码“{name}”重复', 'the code “{name}” is there twice'],
  unknownDuty: ['的职责“{name}”没有列出', 'the duty “{name}” is not listed'],
  dutyTwice: ['的职责“{name}”写了两次', 'the duty “{name}” is named twice'],
  stepTwice: ['有两个不带条件的应急步骤', 'an urgent step is there twice without a condition'],
  unlimited: ['既没有时限也不是计划类', 'there is neither a limit nor a plan'],
  stage: ['的第{name}个阶段没有标题，或早于前一阶段', 'stage {name} has no title, or ends before the one ahead of it'],
  rule: ['规则“{name}”的取值不能成立', 'the rule “{name}” cannot be kept'],
  staged: ['分阶段，但没有普通时限', 'it has stages, but no ordinary limit'],
  unit: ['下级单位{code}', 'the unit {code} below it'],
  grid: ['网格{code}', 'the grid {code}'],
  post: ['{code}的任职', 'the post of {code}'],
  leader: ['联点领导{code}', 'the leader {code}'],
  shift: ['值班安排', 'a shift'],
});
type Key = Parameters<typeof words>[0];

/** What the service says is wrong with a policy, and with what word it is told here. */
const REASONS: readonly (readonly [pattern: RegExp, key: Key])[] = [
  [/unknown field `([^`]*)`/, 'unknownField'],
  [/missing field `([^`]*)`/, 'missingField'],
  [/unknown variant `([^`]*)`/, 'unknownWord'],
  [/`([^`]*)` is not a time limit/, 'noLimit'],
  [/^version must be/, 'version'],
  [/^title is empty/, 'title'],
  [/^there are no categories/, 'noCategories'],
  [/^code `([^`]*)` must be/, 'badCode'],
  [/^code `([^`]*)` is there twice/, 'twice'],
  [/^unknown duty `([^`]*)`/, 'unknownDuty'],
  [/^duty `([^`]*)` is named twice/, 'dutyTwice'],
  [/^an urgent step is there twice/, 'stepTwice'],
  [/^neither a limit nor planned/, 'unlimited'],
  [/^stage (\d+) has no title/, 'stage'],
  [/^rules\.(\S+) cannot be kept/, 'rule'],
  [/^staged, but without/, 'staged'],
  [/^(\S+) is empty or longer/, 'text'],
];

function reasonOf(text: string): string {
  for (const [pattern, key] of REASONS) {
    const found = pattern.exec(text);
    if (found) return words(key, { name: found[1] ?? '' });
  }
  return words('unread', { text });
}

function placeOf(place: string): string {
  const found = /^(categories|duties)\[(\d+)\](?: \((\S+)\))?$/.exec(place);
  if (!found) return place;
  return words(found[1] === 'duties' ? 'duty' : 'category', { n: Number(found[2]) + 1, code: found[3] ?? '' });
}

/** `detail` of `unsound_policy`: the place in the text and the reason. */
export function policyFault(detail: string): string | undefined {
  const unread = /TOML parse error at line (\d+), column (\d+)[^]*\n([^\n]+)\s*$/.exec(detail);
  if (unread) return words('line', { line: unread[1]!, column: unread[2]!, reason: reasonOf(unread[3]!) });
  const unsound = /the policy has (\d+) problems, first: (?:([a-z]+\[\d+\](?: \(\S+\))?): )?([^]+)$/.exec(detail);
  if (!unsound) return currentLanguage() === 'en' ? detail : undefined;
  const reason = reasonOf(unsound[3]!);
  const placed = unsound[2] ? words('placed', { place: placeOf(unsound[2]), reason }) : reason;
  return words('several', { n: Number(unsound[1]), reason: placed });
}

/** `detail` of `still_in_use`: what hangs from it. */
export function stillUsedBy(detail: string): string | undefined {
  const found = / still has (?:the (unit|grid|post of|leader) `([^`]*)`|the (shift) )/.exec(detail);
  if (!found) return undefined;
  const kind = (found[1] ?? found[3])!.replace(' of', '') as 'unit' | 'grid' | 'post' | 'leader' | 'shift';
  return words(kind, { code: found[2] ?? '' });
}
