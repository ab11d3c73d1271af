import { computed, readonly, ref, type DeepReadonly, type Ref } from 'vue';
import { answerOf, api, onSignedOut } from './api/client';
import { asFailure } from './api/failure';
import type { components } from './api/schema';

export type Account = components['schemas']['AccountView'];
export type Role =
  | 'resident'
  | 'grid_worker'
  | 'community'
  | 'hotline'
  | 'dispatcher'
  | 'department'
  | 'supervisor'
  | 'auditor'
  | 'admin';

/** Nobody knows yet, nobody is logged in, or somebody is. */
const account: Ref<Account | null | undefined> = ref();

onSignedOut(() => {
  account.value = null;
});

/** Who is logged in, asked once; `null` when nobody is. An outage is thrown: it says nothing about the session. */
export async function whoIsThere(): Promise<Account | null> {
  if (account.value !== undefined) return account.value;
  try {
    account.value = await answerOf(api.GET('/api/v1/me'));
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (failure.kind !== 'signed_out') throw failure;
    account.value = null;
  }
  return account.value;
}

export async function login(username: string, password: string): Promise<Account> {
  // The description of the API does not say that logging in takes a body.
  const body = { username, password } as never;
  account.value = await answerOf(api.POST('/api/v1/sessions', { body }));
  return account.value;
}

const leaving: (() => void)[] = [];
/** What is kept for whoever is logged in goes when they log out. */
export function whenLoggedOut(forget: () => void): void {
  leaving.push(forget);
}

/** Logging out succeeds for whoever is out already. */
export async function logout(): Promise<void> {
  try {
    await answerOf(api.DELETE('/api/v1/sessions/current'));
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (failure.kind !== 'signed_out') throw failure;
  }
  account.value = null;
  leaving.forEach((forget) => forget());
}

export interface Session {
  readonly account: Readonly<Ref<DeepReadonly<Account> | null | undefined>>;
  readonly role: Readonly<Ref<Role | undefined>>;
  may(roles: readonly Role[]): boolean;
}

/** The session, for pages. */
export function useSession(): Session {
  const role = computed(() => account.value?.role as Role | undefined);
  return {
    account: readonly(account),
    role,
    may: (roles) => role.value !== undefined && roles.includes(role.value),
  };
}
