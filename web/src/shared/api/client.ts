import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { asFailure, Failure, failureOf } from './failure';
import type { paths } from './schema';
import { waitingPaths } from './capabilities';

/** Longer than the longest answer that the service allows itself. */
const ANSWER_MILLISECONDS_MAX = 35_000;
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** A key under which a command is carried out once, however often it is sent. */
export function newIdempotencyKey(): string {
  // Pages of closed networks are often served without TLS, where `crypto.randomUUID` does not exist.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The position of the last command of this page: queries wait until the service knows of it, so that whoever did
 * something sees it done.
 */
class Horizon {
  private position = 0;

  learn(response: Response): void {
    const told = Number(response.headers.get('whistle-position'));
    if (Number.isSafeInteger(told) && told > this.position) this.position = told;
  }

  ask(request: Request): Request {
    const url = new URL(request.url);
    if (this.position === 0 || url.searchParams.has('min_position')) return request;
    url.searchParams.set('min_position', String(this.position));
    return new Request(url, request);
  }
}

function manners(horizon: Horizon): Middleware {
  return {
    onRequest({ request, schemaPath, params }) {
      if (READS.has(request.method)) {
        const asOf = params.query?.['as_of'];
        return waitingPaths.has(schemaPath) && asOf === undefined ? horizon.ask(request) : request;
      }
      if (!request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', newIdempotencyKey());
      return request;
    },
    onResponse({ request, response }) {
      if (!READS.has(request.method)) horizon.learn(response);
      return response;
    },
  };
}

export interface ClientSettings {
  /** `omit`: the caller stays a stranger, whoever is logged in in this browser. */
  readonly credentials?: RequestCredentials;
  readonly baseUrl?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** `fetch` that gives up when the service cannot be going to answer any more. */
function patient(send: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), ANSWER_MILLISECONDS_MAX);
    const stop = () => limit.abort();
    request.signal.addEventListener('abort', stop);
    try {
      return await send(new Request(request, { signal: limit.signal }));
    } finally {
      clearTimeout(timer);
      request.signal.removeEventListener('abort', stop);
    }
  };
}

/** A client of the API with its manners: keys for commands, positions for queries, an end to waiting. */
export function connect(settings: ClientSettings = {}): Client<paths> {
  const send = settings.fetch ?? ((request: Request) => fetch(request));
  const client = createClient<paths>({
    baseUrl: settings.baseUrl ?? window.location.origin,
    credentials: settings.credentials ?? 'same-origin',
    fetch: patient(send),
  });
  client.use(manners(new Horizon()));
  return client;
}

/** The API, with the session of whoever is logged in. */
export const api = connect();

/** The API for whoever is nobody in particular: a session that has ended must not keep anyone from raising a whistle. */
export const publicApi = connect({ credentials: 'omit' });

type Answered<T> = { data?: T; error?: unknown; response: Response };
type SignedOutListener = () => void;
const signedOutListeners = new Set<SignedOutListener>();

/** Is told whenever an answer says that the session has ended. */
export function onSignedOut(listener: SignedOutListener): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** What the service answered; everything else is thrown as a `Failure`. */
export async function answerOf<T>(asked: Promise<Answered<T>>): Promise<T> {
  let answered: Answered<T>;
  try {
    answered = await asked;
  } catch (thrown) {
    // An answer that is no JSON makes openapi-fetch throw a SyntaxError: something stands between page and service.
    throw thrown instanceof SyntaxError ? new Failure('broken') : asFailure(thrown);
  }
  const { data, error, response } = answered;
  if (response.ok) return data as T;
  const failure = failureOf(response, error);
  if (failure.kind === 'signed_out') signedOutListeners.forEach((listener) => listener());
  throw failure;
}

/** What the service answered, with the version that the next command on the same thing names in `If-Match`. */
export async function versionedAnswerOf<T>(asked: Promise<Answered<T>>): Promise<{ value: T; etag: string | null }> {
  let etag: string | null = null;
  const noted = asked.then((answered) => {
    etag = answered.response.headers.get('etag');
    return answered;
  });
  return { value: await answerOf(noted), etag };
}
