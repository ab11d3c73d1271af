/** Lets the browser keep these pages for when there is no line. Where it cannot, everything else works the same. */
export async function keepPages(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    active?.postMessage(fetched.filter((name) => new URL(name).pathname.startsWith('/assets/')));
  } catch {
    // Not over this line, or not in this web view.
  }
}
