import type { components } from './schema';

export type Problem = components['schemas']['Problem'];
export type FieldError = components['schemas']['FieldError'];

/** What kind of failure it is, by what whoever meets it can do. */
export type FailureKind =
  /** The line is down: the service was not reached, or did not answer. Whether a command arrived is not known. */
  | 'offline'
  /** Try again after a while. Whether a command was carried out is not known. */
  | 'busy'
  /** Log in (again). */
  | 'signed_out'
  /** Not with this account. */
  | 'forbidden'
  /** There is no such thing, or none to be known of. */
  | 'missing'
  /** Somebody else was first, or the case is not where this applies: look again. */
  | 'conflict'
  /** Something that was entered cannot be taken. */
  | 'invalid'
  /** Our fault. */
  | 'broken';

/** Everything that can go wrong between a page and the service, as one thing. */
export class Failure extends Error {
  readonly kind: FailureKind;
  /** The problem's code; without one, the kind. */
  readonly code: string;
  readonly fields: readonly FieldError[];
  readonly retryAfterSeconds: number | undefined;
  /** What the service adds, in plain English: for `teachDetail` to put into the reader's words. */
  readonly detail: string | undefined;

  constructor(kind: FailureKind, code: string = kind, fields: readonly FieldError[] = [], retryAfterSeconds?: number, detail?: string) {
    super(code);
    this.name = 'Failure';
    this.kind = kind;
    this.code = code;
    this.fields = fields;
    this.retryAfterSeconds = retryAfterSeconds;
    this.detail = detail;
  }

  /** The error of a field, by the end of its JSON pointer: `/reporter/phone` or `phone`. */
  field(pointer: string): FieldError | undefined {
    return this.fields.find((error) => error.pointer === pointer || error.pointer.endsWith(`/${pointer}`));
  }

  /** Whether the same command, sent again with the same key, may still succeed. */
  get worthRepeating(): boolean {
    return this.kind === 'offline' || this.kind === 'busy';
  }
}

const KINDS: Readonly<Record<number, FailureKind>> = {
  400: 'invalid',
  401: 'signed_out',
  403: 'forbidden',
  404: 'missing',
  405: 'broken',
  409: 'conflict',
  412: 'conflict',
  413: 'invalid',
  415: 'broken',
  422: 'invalid',
  428: 'conflict',
  429: 'busy',
  502: 'busy',
  503: 'busy',
  504: 'busy',
};

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

/** Seconds of a `Retry-After`; the service never sends dates. */
function retryAfter(response: Response): number | undefined {
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/** The failure that an answer with an error status stands for, whatever its body is. */
export function failureOf(response: Response, body: unknown): Failure {
  const kind = KINDS[response.status] ?? 'broken';
  if (!isProblem(body)) return new Failure(kind, kind, [], retryAfter(response));
  return new Failure(kind, body.code, body.errors ?? [], retryAfter(response), body.detail ?? undefined);
}

/** The failure behind whatever was thrown. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  // What `fetch` throws when it gets no answer differs from browser to browser; none of it has a body to read.
  if (thrown instanceof TypeError || thrown instanceof DOMException) return new Failure('offline');
  return new Failure('broken');
}
