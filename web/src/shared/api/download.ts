import { failureOf, asFailure } from './failure';

/** The name that the service gave a file: `filename*` (RFC 8187) before `filename`. */
export function fileNameOf(disposition: string | null): string | undefined {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (extended) return decodeURIComponent(extended);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1];
}

/** Gives the reader bytes as a file of this name. */
export function saveFile(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to save by then, also a slow one.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Fetches a file and saves it. A refusal is a `Failure` and not a file with a problem document in it. */
export async function download(address: string, fallbackName: string): Promise<void> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'same-origin' });
  } catch (thrown) {
    throw asFailure(thrown);
  }
  if (!response.ok) throw failureOf(response, await response.json().catch(() => undefined));
  const name = fileNameOf(response.headers.get('content-disposition')) ?? fallbackName;
  saveFile(await response.blob(), name);
}
