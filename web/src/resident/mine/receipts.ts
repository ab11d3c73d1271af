import { recall, remember } from '../kept/database';

/** A case of this device: enough to follow it without an account. */
export interface KeptReceipt {
  readonly number: string;
  readonly code: string;
  readonly title: string;
  readonly category: string;
  readonly description: string | undefined;
  readonly raisedAt: string;
}

export const RECEIPTS_MAX = 50;

/** With one more, the newest first, each number once, and not more than a device should carry. */
export function withReceipt(kept: readonly KeptReceipt[], receipt: KeptReceipt): KeptReceipt[] {
  const others = kept.filter(({ number }) => number !== receipt.number);
  return [receipt, ...others].sort((a, b) => b.raisedAt.localeCompare(a.raisedAt)).slice(0, RECEIPTS_MAX);
}

export async function receipts(): Promise<KeptReceipt[]> {
  return (await recall<KeptReceipt[]>('receipts')) ?? [];
}

export async function receiptOf(number: string): Promise<KeptReceipt | undefined> {
  return (await receipts()).find((receipt) => receipt.number === number);
}

export async function keepReceipt(receipt: KeptReceipt): Promise<void> {
  await remember('receipts', withReceipt(await receipts(), receipt));
}

export async function dropReceipt(number: string): Promise<void> {
  const left = (await receipts()).filter((receipt) => receipt.number !== number);
  await remember('receipts', left);
}
