import { onScopeDispose, readonly, ref, type Ref } from 'vue';

/** A page that was not touched for so long stands open in an empty room. */
export const UNATTENDED_AFTER_MILLISECONDS = 10 * 60_000;
const TOUCHES = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;

/**
 * Looks again from time to time, for as long as somebody is there: not in a hidden tab, and not where nobody has touched
 * the page for ten minutes, because asking for ever is using a session for ever. Says whether it rests; the next touch
 * wakes it.
 */
export function whileAttended(look: () => unknown, everyMilliseconds: number): Readonly<Ref<boolean>> {
  const resting = ref(false);
  let touchedAt = Date.now();

  function turn(): void {
    resting.value = Date.now() - touchedAt >= UNATTENDED_AFTER_MILLISECONDS;
    if (!document.hidden && !resting.value) look();
  }
  function touch(): void {
    touchedAt = Date.now();
    if (resting.value) turn();
  }
  function showAgain(): void {
    if (document.hidden) return;
    touchedAt = Date.now();
    turn();
  }

  const timer = setInterval(turn, everyMilliseconds);
  TOUCHES.forEach((kind) => window.addEventListener(kind, touch, { capture: true, passive: true }));
  document.addEventListener('visibilitychange', showAgain);
  onScopeDispose(() => {
    clearInterval(timer);
    TOUCHES.forEach((kind) => window.removeEventListener(kind, touch, { capture: true }));
    document.removeEventListener('visibilitychange', showAgain);
  });
  return readonly(resting);
}
