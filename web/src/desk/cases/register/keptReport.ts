import { whenLoggedOut } from '@/shared/session';
import type { Report } from './report';

/**
 * What is being written down survives a reload of the tab, and no more: it is gone with the tab, with logging out, and once it
 * was sent. Who reports it (name and telephone number) is held in memory alone.
 */
const KEY = 'whistle.register';

interface Kept {
  /** Whoever wrote it; nobody else sees it. */
  readonly account: string;
  readonly report: Omit<Report, 'name' | 'phone'>;
}

function store(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    // Some web views have none: then it is lost as before.
    return undefined;
  }
}

export function keepReport(account: string, { name: _name, phone: _phone, ...report }: Report): void {
  try {
    store()?.setItem(KEY, JSON.stringify({ account, report } satisfies Kept));
  } catch {
    // No room: it holds until the page is left.
  }
}

export function dropReport(): void {
  store()?.removeItem(KEY);
}
whenLoggedOut(dropReport);

/** What this account was writing, over an empty report: fields that it does not know are left out. */
export function keptReport(account: string, empty: Report): Report {
  try {
    const kept = JSON.parse(store()?.getItem(KEY) ?? 'null') as Kept | null;
    if (!kept) return empty;
    if (kept.account !== account) {
      dropReport();
      return empty;
    }
    const known = Object.entries(kept.report).filter(([key]) => key in empty && key !== 'name' && key !== 'phone');
    return { ...empty, ...Object.fromEntries(known) };
  } catch {
    return empty;
  }
}
