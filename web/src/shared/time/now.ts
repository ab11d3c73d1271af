import { onScopeDispose, readonly, ref, type Ref } from 'vue';

const TICK_MILLISECONDS = 20_000;
const now = ref(Date.now());
let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

const tick = () => {
  now.value = Date.now();
};

/** The present, moving on while somebody looks: remaining time that stands still is wrong. */
export function useNow(): Readonly<Ref<number>> {
  tick();
  watchers += 1;
  timer ??= setInterval(tick, TICK_MILLISECONDS);
  onScopeDispose(() => {
    watchers -= 1;
    if (watchers > 0) return;
    clearInterval(timer);
    timer = undefined;
  });
  return readonly(now);
}
