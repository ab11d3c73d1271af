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

/** The pairs of neighbouring characters: what two Chinese texts have in common. */
function pairs(text: string): string[] {
  const characters = Array.from(text.replace(FILLER, ''));
  return characters.slice(0, -1).map((character, place) => character + (characters[place + 1] ?? ''));
}

/** How well what was typed fits; 0 when it does not. */
export function fit(typed: string, thing: Findable): number {
  const asked = typed.trim().toLowerCase();
  if (asked === '') return 0;
  if (thing.name.includes(asked)) return 100 - thing.name.length / 100;
  if (/^[a-z]{2,}$/.test(asked) && thing.initials.includes(asked)) return thing.initials.startsWith(asked) ? 80 : 60;
  if (thing.words.includes(asked)) return 70;
  // What somebody says in a sentence: each word that residents use for it counts, longer ones more.
  const named = thing.words.split(' ').filter((word) => word.length > 1 && asked.includes(word));
  const inName = pairs(asked).filter((pair) => thing.name.includes(pair)).length;
  return named.reduce((sum, word) => sum + word.length * 4, 0) + inName * 5;
}

/** What fits, the best first. */
export function found<T>(typed: string, things: readonly T[], of: (thing: T) => Findable, most = 6): T[] {
  const fits = things.map((thing) => [fit(typed, of(thing)), thing] as const).filter(([weight]) => weight > 0);
  return fits
    .sort(([a], [b]) => b - a)
    .slice(0, most)
    .map(([, thing]) => thing);
}
