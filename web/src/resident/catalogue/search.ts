/** The first characters, in the order of pinyin, of each initial that a Chinese syllable can have. */
const BOUNDS: readonly [letter: string, first: string][] = [
  ['a', '阿'], ['b', '八'], ['c', '嚓'], ['d', '哒'], ['e', '妸'], ['f', '发'], ['g', '旮'], ['h', '哈'], ['j', '讥'],
  ['k', '咔'], ['l', '垃'], ['m', '呣'], ['n', '拏'], ['o', '噢'], ['p', '妑'], ['q', '七'], ['r', '呥'], ['s', '仨'],
  ['t', '它'], ['w', '屲'], ['x', '夕'], ['y', '丫'], ['z', '帀'],
];
const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

function initialOf(character: string): string {
  if (/[a-z0-9]/i.test(character)) return character.toLowerCase();
  if (!/\p{Script=Han}/u.test(character)) return '';
  let found = '';
  for (const [letter, first] of BOUNDS) {
    if (byPinyin.compare(character, first) < 0) break;
    found = letter;
  }
  return found;
}

/** ljdl, of 垃圾道路: what a keyboard without Chinese can find it by. */
export function initialsOf(text: string): string {
  return Array.from(text, initialOf).join('');
}

/** Something that can be found: its name weighs more than its other words. */
export interface Findable {
  readonly name: string;
  readonly words: string;
  readonly initials: string;
}

export function findable(name: string, words = ''): Findable {
  return { name: name.toLowerCase(), words: words.toLowerCase(), initials: initialsOf(name) };
}

const FILLER = /[的了在是有很被没吗呢啊吧和,。!?、,.!?\s]/gu;

const HAN = /\p{Script=Han}/u;

/** The pairs of neighbouring characters: what two Chinese texts have in common. */
function pairs(text: string): string[] {
  const characters = Array.from(text.replace(FILLER, ''));
  // Letters mean nothing in twos: English has whole words.
  return characters.flatMap((character, place) => {
    const next = characters[place + 1];
    return next && HAN.test(character + next) ? [character + next] : [];
  });
}

/** Words that say nothing of what is the matter. */
const IDLE = new Set(
  'a an and are at be been by do does for from had has have he her here his i in is it its me my near no not of off on or our she so some that the their them there they this to us very was we were what when where which who with you your'.split(' '),
);
const latinWords = (text: string): string[] => text.match(/[a-z]+/g) ?? [];
/** So many letters in common make two forms of a word: leak and leaking. */
const STEM_LENGTH_MIN = 4;

/** How much of a sentence in English is in the words of a thing: whole words count, other forms of them less, parts not at all. */
function fitOfWords(asked: string, { name, words }: Findable): number {
  const named = latinWords(name);
  const called = latinWords(words);
  const weigh = (word: string, among: readonly string[], whole: number): number => {
    if (among.includes(word)) return whole + word.length;
    const akin = among.some((other) => {
      const [short, long] = word.length < other.length ? [word, other] : [other, word];
      return short.length >= STEM_LENGTH_MIN && long.startsWith(short);
    });
    return akin ? whole / 2 + STEM_LENGTH_MIN : 0;
  };
  const said = [...new Set(latinWords(asked))].filter((word) => word.length > 1 && !IDLE.has(word));
  return said.reduce((sum, word) => sum + Math.max(weigh(word, named, 12), weigh(word, called, 10)), 0);
}

/** How well what was typed fits; 0 when it does not. */
export function fit(typed: string, thing: Findable): number {
  const asked = typed.trim().toLowerCase();
  if (asked === '') return 0;
  const latin = !HAN.test(asked);
  const whole = !latin || new RegExp(`(^|[^a-z])${escaped(asked)}([^a-z]|$)`).test(thing.name);
  if (whole && thing.name.includes(asked)) return 100 - thing.name.length / 100;
  if (/^[a-z]{2,}$/.test(asked) && thing.initials.includes(asked)) return thing.initials.startsWith(asked) ? 80 : 60;
  if (!latin && thing.words.includes(asked)) return 70;
  // What somebody says in a sentence: each word that residents use for it counts, longer ones more.
  const named = thing.words.split(' ').filter((word) => word.length > 1 && HAN.test(word) && asked.includes(word));
  const inName = pairs(asked).filter((pair) => thing.name.includes(pair)).length;
  const spoken = named.reduce((sum, word) => sum + word.length * 4, 0) + inName * 5 + fitOfWords(asked, thing);
  // Who is still typing a word finds it by its beginning or middle, after everything that has it whole.
  return spoken === 0 && latin && thing.name.includes(asked) ? 5 : spoken;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** What fits, the best first. */
export function found<T>(typed: string, things: readonly T[], of: (thing: T) => Findable, most = 6): T[] {
  const fits = things.map((thing) => [fit(typed, of(thing)), thing] as const).filter(([weight]) => weight > 0);
  return fits
    .sort(([a], [b]) => b - a)
    .slice(0, most)
    .map(([, thing]) => thing);
}
