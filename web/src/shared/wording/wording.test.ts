import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import './desk-problems';
import { accessEventWord, accountStateWord, integrationStateWord, keyStateWord, noAnswerWord, pauseCauseWord } from './access';
import { caseEventWord } from './case-events';
import { echoOutcomeWord } from './echo';
import { bandWord, comparisonWord, countWord, groupWord, rateWord } from './figures';
import * as kinds from './kinds';
import { lampWord } from './lamps';
import { organisationEventWord } from './organisation-events';
import { calledWhyWord, levelWord, roleWord, unitKindWord } from './people';
import { fieldErrorWord, knowsProblem } from './problems';
import { dayWord, packKindWord, registerWord } from './registers';
import { speakIn, type CodeWords } from './speech';
import { photoStepWord } from '../photos/steps';
import * as states from './states';

const root = resolve(import.meta.dirname, '../../../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

/** The codes that `impl NAME { fn code … }` of a Rust file gives. */
function codesOf(file: string, name: string): string[] {
  const text = read(`crates/domain/src/${file}`);
  const from = text.search(new RegExp(`impl(?:<'[a-z_]+>)? ${name}(?:<'[a-z_]+>)? \\{`));
  expect(from, `${name} in ${file}`).toBeGreaterThanOrEqual(0);
  const body = text.slice(text.indexOf('fn code(', from));
  const codes = [...body.slice(0, body.indexOf('\n    }\n')).matchAll(/=> "([a-z_0-9]+)"/g)];
  return codes.map((match) => match[1]!);
}

function inBothLanguages(words: CodeWords, codes: readonly string[]): void {
  expect(codes.length).toBeGreaterThan(0);
  for (const code of codes) {
    expect(words.knows(code), `a word for ${code}`).toBe(true);
    speakIn('zh-CN');
    expect(words(code), `${code} in Chinese`).toMatch(/\p{Script=Han}/u);
    speakIn('en');
    expect(words(code), `${code} in English`).toMatch(/^[A-Z]/);
    expect(words(code), `${code} is no code`).not.toMatch(/_/);
  }
  speakIn('zh-CN');
}

const SOURCES: readonly [file: string, name: string, words: CodeWords][] = [
  ['case/status.rs', 'CaseStatus', states.statusWord],
  ['case/dispatch.rs', 'DispatchState', states.dispatchStateWord],
  ['case/dispatch.rs', 'DispatchRole', states.dispatchRoleWord],
  ['case/event/dispatching.rs', 'RecallCause', states.recallWord],
  ['case/event/striking.rs', 'DeadlineKind', states.clockWord],
  ['case/event/deadline.rs', 'ClockKind', states.clockWord],
  ['case/records.rs', 'ItemState', states.itemStateWord],
  ['lamp.rs', 'Lamp', lampWord],
  ['actor.rs', 'Role', roleWord],
  ['organisation/unit.rs', 'UnitKind', unitKindWord],
  ['organisation/history/escalation.rs', 'ChainReason', calledWhyWord],
  ['case/level.rs', 'Level', levelWord],
  ['policy/kind.rs', 'WhistleKind', kinds.kindWord],
  ['case/event/supervision.rs', 'SupervisionMeasure', kinds.measureWord],
  ['case/event/time.rs', 'SuspensionGround', kinds.suspensionGroundWord],
  ['case/event/intake.rs', 'NotAcceptedGround', kinds.notAcceptedWord],
  ['case/event/intake.rs', 'Authority', kinds.authorityWord],
  ['case/event/review.rs', 'DissatisfactionExit', kinds.exitWord],
  ['case/event/review.rs', 'ExclusionGround', kinds.exclusionWord],
  ['case/event/review.rs', 'ReopeningCause', kinds.reopeningWord],
  ['case/event/collective.rs', 'HazardLevel', kinds.hazardWord],
  ['case/echo.rs', 'EchoOutcome', echoOutcomeWord],
  ['case/photo.rs', 'PhotoStep', photoStepWord],
  ['case/registers.rs', 'Register', registerWord],
  ['pack/mod.rs', 'PackKind', packKindWord],
  ['calendar/day.rs', 'DayKind', dayWord],
  ['calendar/day.rs', 'Day', dayWord],
  ['report/rate.rs', 'Rate', rateWord],
  ['report/rate.rs', 'Band', bandWord],
  ['report/tally.rs', 'Count', countWord],
  ['report/groups.rs', 'Dimension', groupWord],
];

describe('every code that the service can send has a word in both languages', () => {
  it.each(SOURCES)('%s %s', (file, name, words) => inBothLanguages(words, codesOf(file, name)));

  it('comparisons', () => {
    const codes = [...read('crates/app/src/reports.rs').matchAll(/Self::(?:Before|YearBefore) => "([a-z]+)"/g)];
    inBothLanguages(comparisonWord, codes.map((match) => match[1]!));
  });

  it('events of a case, of the organisation, of policy, calendar and packs', () => {
    const names = (folder: string) =>
      readdirSync(resolve(root, 'crates/domain/golden', folder))
        .filter((file) => file.endsWith('.json'))
        .map((file) => file.replace(/\..*$/, ''))
        .map((name) => name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()));
    inBothLanguages(caseEventWord, names('.'));
    inBothLanguages(accessEventWord, names('access'));
    for (const folder of ['organisation', 'calendar', 'policy', 'pack', 'imports']) {
      inBothLanguages(organisationEventWord, names(folder));
    }
  });

  it('values that the description of the API lists in words', () => {
    const schemas = JSON.parse(read('openapi.json')).components.schemas;
    const listed = (schema: string, field: string): string[] =>
      [...schemas[schema].properties[field].description.matchAll(/`([a-z_]+)`/g)].map((match) => match[1]);
    inBothLanguages(states.suspensionStateWord, listed('SuspensionView', 'state'));
    inBothLanguages(kinds.petitionWord, listed('PetitionView', 'kind'));
    inBothLanguages(states.statusWord, listed('CaseView', 'status'));
    inBothLanguages(echoOutcomeWord, listed('EchoEntry', 'outcome'));
    inBothLanguages(states.decisionWord, schemas.Decision.enum);
    inBothLanguages(states.checkKindWord, schemas.CheckKind.enum);
    inBothLanguages(states.checkOutcomeWord, schemas.CheckOutcome.enum);
    inBothLanguages(states.dispatchRequestWord, schemas.DispatchRequest.enum);
    inBothLanguages(accountStateWord, schemas.AccountState.enum);
    inBothLanguages(keyStateWord, schemas.KeyState.enum);
    inBothLanguages(integrationStateWord, schemas.IntegrationState.enum);
    inBothLanguages(pauseCauseWord, schemas.PauseCause.enum);
    inBothLanguages(noAnswerWord, schemas.NoAnswer.enum);
  });
});

describe('every problem has a wording', () => {
  const rows = [...read('docs/errors.md').matchAll(/^\| \d{3} \| `([a-z_]+)` \|/gm)];

  it('of the catalogue', () => {
    const codes = rows.map((match) => match[1]!);
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code) => !knowsProblem(code))).toEqual([]);
  });

  it('of the case itself', () => {
    const codes = codesOf('case/error.rs', 'CaseError').filter((code) => !/^(case|dispatch)_not_found$/.test(code));
    expect(codes.filter((code) => !knowsProblem(code))).toEqual([]);
  });

  it('of accounts and keys', () => {
    const codes = codesOf('access.rs', 'AccessRefusal');
    expect(codes.length).toBe(9);
    expect(codes.filter((code) => !knowsProblem(code))).toEqual([]);
  });

  it('of fields', () => {
    const text = read('docs/errors.md');
    const table = text.slice(text.indexOf('## Fields'));
    const codes = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap((row) => [...row[1]!.matchAll(/`([a-z_]+)`/g)]);
    inBothLanguages(fieldErrorWord, codes.map((match) => match[1]!));
  });
});

it('says something for a code that nobody taught, and never the code', () => {
  expect(states.statusWord('from_the_future')).toBe('其他');
  speakIn('en');
  expect(states.statusWord('from_the_future')).toBe('Other');
  speakIn('zh-CN');
});
