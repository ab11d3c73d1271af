import { onScopeDispose, watch, type WatchSource } from 'vue';

/** Typing is over when nothing was typed for as long as this. */
const TYPING_MILLISECONDS = 350;

/** Settles what was entered once nobody types any more: a request for each key would be too many. */
export function whenSettled(entered: WatchSource | object, settle: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(entered, () => {
    clearTimeout(timer);
    timer = setTimeout(settle, TYPING_MILLISECONDS);
  });
  onScopeDispose(() => clearTimeout(timer));
}
