import { sealedFields, shownOtherwise, told, type Entry, type Shown } from './compare';
import { Fingerprints } from './fingerprint';
import { hexadecimal, leafHash, type Leaf } from './leaf';

/** What is wrong with an event. */
export type Fault = Shown | 'hash' | 'unreadable' | 'stream' | 'version' | 'position' | 'absent' | 'surplus';

/** Something wrong, at a version of the case. */
export interface Finding {
  readonly version: number;
  readonly fault: Fault;
}

export interface Verdict {
  /** How many events were computed anew. */
  readonly events: number;
  readonly findings: readonly Finding[];
  /** Names of the fields that are sealed in the bytes. */
  readonly sealed: readonly string[];
  /** Of the first events, one for each number of them. */
  readonly fingerprints: readonly string[];
}

/** A part of the leaves, and where the next one begins. */
export interface LeafPart {
  readonly items: readonly Leaf[];
  readonly next_cursor?: string | null | undefined;
}

/** The hash of an event as it was computed here, or nothing where its fields cannot be hashed at all. */
function computed(leaf: Leaf): Uint8Array | undefined {
  try {
    return leafHash(leaf);
  } catch {
    return undefined;
  }
}

function shownFaults(entry: Entry | undefined, leaf: Leaf): readonly Fault[] {
  if (!entry) return ['surplus'];
  try {
    return shownOtherwise(entry, leaf);
  } catch {
    return ['unreadable'];
  }
}

/** Everything sealed that an event holds; its bytes have been judged elsewhere. */
function sealedIn(leaf: Leaf): readonly string[] {
  try {
    return sealedFields(told(leaf));
  } catch {
    return [];
  }
}

/** Computes the leaves of a case anew, one after the other, and holds them against what is shown. */
class Check {
  private readonly findings: Finding[] = [];
  private readonly fingerprints = new Fingerprints();
  private readonly sealed = new Set<string>();
  private events = 0;
  private position = 0;

  constructor(
    private readonly caseId: string,
    private readonly shown: readonly Entry[],
  ) {}

  leaf(leaf: Leaf): void {
    const hash = computed(leaf);
    const expected = this.events + 1;
    const faults: readonly Fault[] = [
      ...(hash ? (hexadecimal(hash) === leaf.leaf_hash ? [] : (['hash'] as const)) : (['unreadable'] as const)),
      ...(leaf.stream_type === 'case' && leaf.stream_id === this.caseId ? [] : (['stream'] as const)),
      ...(leaf.version === expected ? [] : (['version'] as const)),
      ...(leaf.position > this.position ? [] : (['position'] as const)),
      ...shownFaults(this.shown[this.events], leaf),
    ];
    this.findings.push(...[...new Set(faults)].map((fault) => ({ version: expected, fault })));
    this.fingerprints.add(hash ?? new Uint8Array(32));
    sealedIn(leaf).forEach((name) => this.sealed.add(name));
    this.position = leaf.position;
    this.events = expected;
  }

  verdict(): Verdict {
    const absent = this.shown.slice(this.events).map(({ version }) => ({ version, fault: 'absent' as const }));
    return {
      events: this.events,
      findings: [...this.findings, ...absent],
      sealed: [...this.sealed],
      fingerprints: this.fingerprints.all,
    };
  }
}

/**
 * Asks for the leaves of a case part by part, and computes them here. What is shown is the whole history as it was
 * asked for before, and the leaves are those of the same moment.
 */
export async function verify(
  caseId: string,
  shown: readonly Entry[],
  ask: (cursor: string | undefined) => Promise<LeafPart>,
  progress: (events: number) => void,
): Promise<Verdict> {
  const check = new Check(caseId, shown);
  let events = 0;
  let cursor: string | undefined;
  do {
    const part = await ask(cursor);
    part.items.forEach((leaf) => check.leaf(leaf));
    events += part.items.length;
    progress(events);
    // Beyond what is shown nothing more needs to be known; and a service that always names a next part is not asked for ever.
    const enough = part.items.length === 0 || events > shown.length;
    cursor = enough ? undefined : (part.next_cursor ?? undefined);
  } while (cursor !== undefined);
  return check.verdict();
}
