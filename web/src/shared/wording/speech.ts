import { createI18n } from 'vue-i18n';

export type Language = 'zh-CN' | 'en';
/** A wording in both languages. What is not said in both does not compile. */
export type Pair = readonly [chinese: string, english: string];
export type Named = Readonly<Record<string, string | number>>;

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as Language,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': {}, en: {} },
  // A missing word cannot happen: keys are typed, and codes are looked up before they are said.
  missingWarn: false,
  fallbackWarn: false,
});

const { global } = i18n;

export function currentLanguage(): Language {
  return global.locale.value as Language;
}

export function speakIn(language: Language): void {
  global.locale.value = language;
  document.documentElement.lang = language;
}

/** Of two wordings the one in the reader's language. Reactive where it is called while rendering. */
export function spoken(pair: Pair, language: Language = currentLanguage()): string {
  return pair[language === 'en' ? 1 : 0];
}

function store(subject: string, words: Readonly<Record<string, Pair>>): void {
  const entries = Object.entries(words);
  const inLanguage = (place: 0 | 1) => ({
    [subject]: Object.fromEntries(entries.map(([key, pair]) => [key, pair[place]])),
  });
  global.mergeLocaleMessage('zh-CN', inLanguage(0));
  global.mergeLocaleMessage('en', inLanguage(1));
}

/** Says a wording. A number called `n` chooses between `one | many` where a wording has both. */
function say(subject: string, key: string, named: Named = {}, locale: Language = currentLanguage()): string {
  const count = named['n'];
  return global.t(`${subject}.${key}`, named, typeof count === 'number' ? { locale, plural: count } : { locale });
}

/** Says a word in the reader's language, or in the one of what it is said in: an official document is Chinese. */
export type Speak<K extends string> = (key: K, named?: Named, language?: Language) => string;

/**
 * The words of a page. What comes back says them in the reader's language, and only takes keys that exist:
 *
 *     const words = teach('login', { title: ['登录', 'Log in'] });
 *     words('title')
 */
export function teach<const W extends Readonly<Record<string, Pair>>>(subject: string, words: W): Speak<keyof W & string> {
  store(subject, words);
  return (key, named, language) => say(subject, key, named, language);
}

export interface CodeWords {
  /** The word for a code of the API; for one that nobody taught, a word that says nothing wrong. */
  (code: string | null | undefined, named?: Named, language?: Language): string;
  /** Whether there is a word of its own. */
  knows(code: string): boolean;
  readonly codes: readonly string[];
}

const UNKNOWN: Pair = ['其他', 'Other'];

/** Words for codes that the API sends. Never says the code itself. */
export function teachCodes(subject: string, words: Readonly<Record<string, Pair>>, unknown: Pair = UNKNOWN): CodeWords {
  store(subject, words);
  const knows = (code: string) => Object.prototype.hasOwnProperty.call(words, code);
  const wordOf = (code: string | null | undefined, named?: Named, language?: Language) =>
    code != null && knows(code) ? say(subject, code, named, language) : spoken(unknown, language);
  return Object.assign(wordOf, { knows, codes: Object.keys(words) });
}
