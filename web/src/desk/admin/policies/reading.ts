import { parse, TomlError } from 'smol-toml';
import { limitWords } from '../../supervisor/history/limits';

export interface CategoryLine {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly lead: string;
  readonly coHandlers: readonly string[];
  readonly limit: string;
  readonly evidence: string;
}
export interface ClockLine {
  readonly kind: string;
  readonly signIn: string;
  readonly report: string;
  readonly contact: string;
  readonly close: string;
}
export interface PolicyText {
  readonly version: number | undefined;
  readonly title: string;
  readonly clocks: readonly ClockLine[];
  readonly categories: readonly CategoryLine[];
}

type Table = Readonly<Record<string, unknown>>;
const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value);
const tables = (value: unknown): readonly Table[] => (Array.isArray(value) ? value.filter(isTable) : []);
const text = (table: Table, key: string): string => (typeof table[key] === 'string' ? (table[key] as string) : '');

/** What a policy says, for people to read. The service judges whether it is sound. */
export function readingOf(document: string): PolicyText {
  const policy = parse(document) as Table;
  const duties = new Map(tables(policy['duties']).map((duty) => [text(duty, 'code'), text(duty, 'name')]));
  const dutyOf = (code: string) => duties.get(code) ?? code;
  const clocks = isTable(policy['clocks']) ? policy['clocks'] : {};
  return {
    version: typeof policy['version'] === 'number' ? policy['version'] : undefined,
    title: text(policy, 'title'),
    clocks: Object.entries(clocks).flatMap(([kind, limits]) =>
      isTable(limits)
        ? [{ kind, signIn: limitWords(text(limits, 'sign_in')), report: limitWords(text(limits, 'report')), contact: limitWords(text(limits, 'contact')), close: limitWords(text(limits, 'close')) }]
        : [],
    ),
    categories: tables(policy['categories']).map((category) => ({
      code: text(category, 'code'),
      name: `${text(category, 'major')} / ${text(category, 'minor')}`,
      kind: text(category, 'kind'),
      lead: dutyOf(text(category, 'lead')),
      coHandlers: Array.isArray(category['co_handlers']) ? category['co_handlers'].map((code) => dutyOf(String(code))) : [],
      limit: limitWords(text(category, 'ordinary')),
      evidence: text(category, 'evidence'),
    })),
  };
}

/** The line at which a text is no TOML; nothing where it is. */
export function faultyLine(document: string): number | undefined {
  try {
    parse(document);
    return undefined;
  } catch (thrown) {
    return thrown instanceof TomlError ? thrown.line : 1;
  }
}

/** Lines of the one that the other lacks: what a reader wants to know before adopting. */
export function changedCategories(before: PolicyText, after: PolicyText): readonly { readonly line: CategoryLine; readonly was: CategoryLine | undefined }[] {
  const known = new Map(before.categories.map((line) => [line.code, line]));
  return after.categories
    .map((line) => ({ line, was: known.get(line.code) }))
    .filter(({ line, was }) => JSON.stringify(line) !== JSON.stringify(was));
}
