import type { components } from '@/shared/api/schema';
import type { SendPhoto } from '@/shared/photos/upload';

type Schemas = components['schemas'];

/** What a resident can do with their own case, by its code or by their account. Each takes an idempotency key. */
export interface Deeds {
  rate(key: string, rating: Schemas['Rating']): Promise<unknown>;
  readonly sendPhoto: SendPhoto;
  amend(key: string, amendment: Schemas['Amendment']): Promise<unknown>;
  withdraw(key: string, reason: string): Promise<unknown>;
}
