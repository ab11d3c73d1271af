import { onBeforeUnmount, onMounted, type Ref } from 'vue';

export interface ListKeys {
  /** By what is pressed; the index of the row that has the focus comes along. */
  readonly [key: string]: (index: number | undefined) => void;
}

const TYPED = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';

/** Keys of a list: `j` and `k` go through its rows, others do what the page says. Nobody's typing is taken away. */
export function useListKeys(frame: Ref<HTMLElement | undefined>, keys: ListKeys): void {
  const rows = () => [...(frame.value?.querySelectorAll<HTMLElement>('tbody tr') ?? [])];

  function press(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const busy = target.closest(TYPED) || document.querySelector('.el-overlay:not([style*="display: none"])');
    if (busy || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = rows();
    const index = all.findIndex((row) => row.contains(document.activeElement));
    if (event.key === 'j') all[Math.min(index + 1, all.length - 1)]?.focus();
    else if (event.key === 'k') all[Math.max(index - 1, 0)]?.focus();
    else if (keys[event.key]) keys[event.key]?.(index < 0 ? undefined : index);
    else return;
    event.preventDefault();
  }
  onMounted(() => document.addEventListener('keydown', press));
  onBeforeUnmount(() => document.removeEventListener('keydown', press));
}
