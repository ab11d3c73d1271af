import { ref, watch, type Ref } from 'vue';

/** Something that is shown once. */
export interface Secret {
  readonly kind: 'password' | 'key' | 'signing';
  readonly username: string;
  readonly text: string;
}

export interface Secrets {
  /** What is shown now. */
  readonly shown: Ref<Secret | undefined>;
  /** Whether the service had carried the command out before, and told the secret then: to whom, nobody knows. */
  readonly lost: Ref<boolean>;
  tell(kind: Secret['kind'], username: string, text: string | null | undefined): void;
}

/** Secrets that commands answer with. They live as long as the dialog that shows them. */
export function useSecrets(): Secrets {
  const shown = ref<Secret>();
  const lost = ref(false);
  return {
    shown,
    lost,
    tell: (kind, username, text) => {
      lost.value = !text;
      shown.value = text ? { kind, username, text } : undefined;
    },
  };
}

/** Renews a list, later while a secret is shown: no answer may take from the page what nobody can show again. */
export function renewing({ shown }: Pick<Secrets, 'shown'>, refresh: () => unknown): () => void {
  let due = false;
  function renew(): void {
    due = shown.value !== undefined;
    if (!due) refresh();
  }
  watch(shown, () => due && renew());
  return renew;
}
