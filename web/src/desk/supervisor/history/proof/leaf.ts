// Version 1: later ones call `Object.hasOwn`, which the oldest browsers that are served do not have. `crypto.subtle`
// does not exist where a page is served without TLS, as in many closed networks.
import { sha256 } from '@noble/hashes/sha2';
import type { components } from '@/shared/api/schema';

/** Everything that the hash of an event covers, and the hash that was recorded with it. */
export type Leaf = components['schemas']['LeafView'];

/** RFC 6962's prefix of a leaf, and the number of the encoding that follows. */
const LEAF_PREFIX = 0;
const FORMAT = 1;

const utf8 = new TextEncoder();

function bytesOf(length: number, write: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  write(new DataView(bytes.buffer));
  return bytes;
}

const u16 = (value: number) => bytesOf(2, (view) => view.setUint16(0, value));
const u32 = (value: number) => bytesOf(4, (view) => view.setUint32(0, value));
const i64 = (value: bigint) => bytesOf(8, (view) => view.setBigInt64(0, value));

/** Bytes after their length. */
function prefixed(bytes: Uint8Array): readonly Uint8Array[] {
  return [u32(bytes.length), bytes];
}

/** Sixteen bytes of an identity. */
function identity(text: string): Uint8Array {
  const digits = text.replace(/-/g, '');
  if (!/^[0-9a-f]{32}$/.test(digits)) throw new RangeError('no identity');
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** Microseconds since 1970. `Date` only knows thousandths of a second, so that the fraction is read apart. */
export function microseconds(instant: string): bigint {
  const parts = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?Z$/.exec(instant);
  const milliseconds = Date.parse(`${parts?.[1]}Z`);
  if (!parts || Number.isNaN(milliseconds)) throw new RangeError('no instant to the microsecond');
  return BigInt(milliseconds) * BigInt(1000) + BigInt((parts[2] ?? '').padEnd(6, '0'));
}

/** The bytes that were sent as base64. */
export function stored(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What is hashed: every field in its order, integers big-endian. The log's own `leaf.rs` lays it down. */
export function encoded(leaf: Leaf): Uint8Array {
  return joined([
    Uint8Array.of(LEAF_PREFIX, FORMAT),
    ...prefixed(utf8.encode(leaf.stream_type)),
    identity(leaf.stream_id),
    u32(leaf.version),
    ...prefixed(utf8.encode(leaf.event_type)),
    i64(microseconds(leaf.occurred_at)),
    i64(microseconds(leaf.recorded_at)),
    identity(leaf.command_id),
    u16(leaf.command_ordinal),
    ...prefixed(stored(leaf.metadata)),
    ...prefixed(stored(leaf.payload)),
  ]);
}

export function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The hash of an event, computed here. Throws where a field is none that the log could have hashed. */
export function leafHash(leaf: Leaf): Uint8Array {
  return sha256(encoded(leaf));
}

/** RFC 6962's hash of two subtrees. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(joined([Uint8Array.of(1), left, right]));
}
