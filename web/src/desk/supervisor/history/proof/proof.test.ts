import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sha256 } from '@noble/hashes/sha2';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../fields';
import { sealedFields, type Entry } from './compare';
import { Fingerprints } from './fingerprint';
import { hexadecimal, leafHash, microseconds, type Leaf } from './leaf';
import { recognise } from './noted';
import { verify, type Finding, type LeafPart } from './verify';

const crates = resolve(import.meta.dirname, '../../../../../../crates');

/** Read by the tests of the log as well: neither side can compute otherwise without the other. */
const golden = JSON.parse(readFileSync(resolve(crates, 'store/golden/leaves.json'), 'utf8')) as (Leaf & { what: string })[];

const utf8 = new TextEncoder();
const base64 = (text: string) => btoa(String.fromCharCode(...utf8.encode(text)));

const CASE = '01955d4a-0000-7000-8000-00000000000c';
const ACTOR = { id: '01955d4a-0000-7000-8000-000000000007', role: 'community', unit: 's1-c1' } as const;

/** An event of a case as the log has it, with the hash that belongs to it. */
function leaf(version: number, data: unknown, more: Partial<Leaf> = {}): Leaf {
  const open: Leaf = {
    position: 100 + 3 * version,
    stream_type: 'case',
    stream_id: CASE,
    version,
    event_type: 'WhistleEndorsed',
    occurred_at: '2026-03-02T04:00:00.123456Z',
    recorded_at: '2026-03-02T04:00:00.200Z',
    command_id: '01955d4a-0000-7000-8000-0000000000aa',
    command_ordinal: 0,
    metadata: base64(JSON.stringify({ actor: ACTOR })),
    payload: base64(JSON.stringify({ WhistleEndorsed: data })),
    leaf_hash: '',
    ...more,
  };
  return { ...open, leaf_hash: hexadecimal(leafHash(open)) };
}

const entry = (of: Leaf, data: unknown): Entry => ({
  position: of.position,
  version: of.version,
  type: of.event_type as Entry['type'],
  occurred_at: of.occurred_at,
  recorded_at: of.recorded_at,
  actor: ACTOR as Entry['actor'],
  data: data as Entry['data'],
  leaf_hash: of.leaf_hash,
});

const DATA = [{ local_attempt: { shown: '已劝导' } }, { note: '积水', limits: [1, 2.5, null] }, { name: { subject: 's', box: 'Ym94' } }];
const leaves = DATA.map((data, place) => leaf(place + 1, data));
const shown = leaves.map((each, place) => entry(each, DATA[place]));

/** The leaves in parts of two. */
function inParts(all: readonly Leaf[]): (cursor: string | undefined) => Promise<LeafPart> {
  return (cursor) => {
    const from = Number(cursor ?? 0);
    return Promise.resolve({ items: all.slice(from, from + 2), next_cursor: from + 2 < all.length ? String(from + 2) : null });
  };
}

async function findings(all: readonly Leaf[], entries: readonly Entry[] = shown): Promise<readonly Finding[]> {
  return (await verify(CASE, entries, inParts(all), () => undefined)).findings;
}

/** The leaves with one of them changed. */
const with_ = (place: number, more: Partial<Leaf>): readonly Leaf[] => leaves.map((each, at) => (at === place ? { ...each, ...more } : each));

describe('the hash of an event', () => {
  it('finds the golden leaves', () => expect(golden.length).toBe(6));

  it.each(golden)('is that of the log: $what', (each) => expect(hexadecimal(leafHash(each))).toBe(each.leaf_hash));

  it('reads instants to the microsecond, also before 1970', () => {
    expect(microseconds('1970-01-01T00:00:00Z')).toBe(BigInt(0));
    expect(microseconds('1969-12-31T23:59:59.999999Z')).toBe(BigInt(-1));
    expect(microseconds('2026-03-02T04:00:00.5Z') - microseconds('2026-03-02T04:00:00Z')).toBe(BigInt(500_000));
    for (const wrong of ['2026-03-02', '2026-03-02T04:00:00.1234567Z', '2026-03-02T04:00:00+08:00', '2026-13-02T04:00:00Z']) {
      expect(() => microseconds(wrong)).toThrow(RangeError);
    }
  });
});

describe('the fingerprint of a history', () => {
  /** The leaves and roots by which implementations of RFC 6962 are commonly tried. */
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  const fingerprints = new Fingerprints();
  for (const input of inputs) {
    fingerprints.add(sha256(Uint8Array.from([0, ...(input.match(/../g) ?? []).map((pair) => parseInt(pair, 16))])));
  }

  it('is the root of the tree of RFC 6962', () => expect(fingerprints.all).toEqual(roots));

  it('is recognised after the step at which it was noted', () => {
    const written = roots[4]!.toUpperCase().replace(/(.{8})/g, '$1 ');
    expect(recognise(written, fingerprints.all)).toEqual({ kind: 'same', step: 5 });
    expect(recognise('0'.repeat(64), fingerprints.all)).toEqual({ kind: 'other' });
    expect(recognise(roots[4]!.slice(1), fingerprints.all)).toEqual({ kind: 'malformed' });
  });
});

describe('a history that is held against its bytes', () => {
  it('matches, part by part, and says how far it has come', async () => {
    const heard: number[] = [];
    const verdict = await verify(CASE, shown, inParts(leaves), (events) => heard.push(events));
    expect(verdict).toMatchObject({ events: 3, findings: [], sealed: ['name'] });
    expect(verdict.fingerprints).toHaveLength(3);
    expect(heard).toEqual([2, 3]);
  });

  it.each<[string, Partial<Leaf>]>([
    ['payload', { payload: base64(JSON.stringify({ WhistleEndorsed: DATA[1] }) + ' ') }],
    ['metadata', { metadata: base64(`${JSON.stringify({ actor: ACTOR })} `) }],
    ['command', { command_id: CASE }],
    ['place in the command', { command_ordinal: 1 }],
  ])('does not match when one byte of the %s was changed', async (_, more) => {
    expect(await findings(with_(1, more))).toEqual([{ version: 2, fault: 'hash' }]);
  });

  it('names what is shown otherwise than the bytes say', async () => {
    const as = (more: Partial<Entry>) => findings(leaves, shown.map((each, at) => (at === 1 ? { ...each, ...more } : each)));
    const one = (fault: string) => [{ version: 2, fault }];
    expect(await as({ type: 'WhistleRaised' as Entry['type'] })).toEqual(one('shown_type'));
    expect(await as({ recorded_at: '2026-03-02T04:00:00.201Z' })).toEqual(one('shown_time'));
    expect(await as({ actor: { ...ACTOR, unit: 's1-c2' } as Entry['actor'] })).toEqual(one('shown_actor'));
    expect(await as({ data: { note: '积水', limits: [1, 2.5] } as unknown as Entry['data'] })).toEqual(one('shown_data'));
    expect(await as({ position: 107 })).toEqual(one('shown_position'));
    expect(await as({ leaf_hash: leaves[0]!.leaf_hash })).toEqual(one('shown_hash'));
    // The order of fields says nothing.
    expect(await as({ data: { limits: [1, 2.5, null], note: '积水' } as unknown as Entry['data'] })).toEqual([]);
  });

  it('an event and its hash that were changed together, and shown as before, is found by what is shown', async () => {
    const forged = leaf(2, { note: '无积水', limits: [1, 2.5, null] });
    expect(await findings([leaves[0]!, forged, leaves[2]!])).toEqual([
      { version: 2, fault: 'shown_data' },
      { version: 2, fault: 'shown_hash' },
    ]);
  });

  it('finds holes, foreign events, and what one side has alone', async () => {
    const faults = async (all: readonly Leaf[], entries?: readonly Entry[]) => (await findings(all, entries)).map(({ fault }) => fault);
    expect(await faults([leaves[0]!, leaves[2]!])).toEqual(expect.arrayContaining(['version', 'absent']));
    expect(await faults(leaves, shown.slice(0, 2))).toEqual(['surplus']);
    expect(await faults(leaves.slice(0, 2))).toEqual(['absent']);
    expect(await faults([leaf(1, DATA[0], { stream_id: ACTOR.id }), ...leaves.slice(1)])).toContain('stream');
    expect(await faults([leaf(1, DATA[0], { position: 900 }), ...leaves.slice(1)])).toContain('position');
  });

  it('says of bytes that cannot be read that they cannot be read', async () => {
    const broken = leaf(2, {}, { payload: base64('{') });
    expect(await findings([leaves[0]!, broken, leaves[2]!])).toEqual([{ version: 2, fault: 'unreadable' }]);
    expect(await findings(with_(1, { payload: '***' }))).toEqual([{ version: 2, fault: 'unreadable' }]);
  });

  it('does not ask for ever', async () => {
    let asked = 0;
    const endless = () => Promise.resolve({ items: [leaves[(asked += 1) % 3]!], next_cursor: 'x' });
    await verify(CASE, shown, endless, () => undefined);
    expect(asked).toBe(4);
  });
});

describe('what is sealed', () => {
  const folder = resolve(crates, 'domain/golden');
  const events = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => Object.values(JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as object) as unknown[]);

  it('has a name in every event', () => {
    const names = new Set(events.flatMap((data) => sealedFields(data)));
    expect([...names]).toEqual(expect.arrayContaining(['name', 'phone', 'description', 'address']));
    for (const name of names) expect(FIELDS[name], name).toBeDefined();
  });
});
