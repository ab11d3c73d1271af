import { describe, expect, it } from 'vitest';
import { countOf, countWords, firstTab, queues } from './queues';

const at = (raised_at: string) => ({ raised_at });
const { tabs } = queues.intake;

describe('the queue of what is to be sent', () => {
  it('opens with emergencies where there are any', () => {
    const one = countOf({ items: [at('2026-11-22T00:00:00Z')], next_cursor: null });
    expect(firstTab(tabs, { urgent: one })?.key).toBe('urgent');
    expect(firstTab(tabs, { urgent: countOf({ items: [] }), sendable: one })?.key).toBe('sendable');
    expect(firstTab(tabs, {})?.key).toBe('sendable');
    expect(firstTab(queues.late.tabs, {})?.key).toBe('purple');
  });

  it('leaves no emergency out that nobody was sent for', () => {
    expect(tabs.find(({ key }) => key === 'urgent')?.query.status.split(',').sort()).toEqual(['endorsed', 'filed', 'raised']);
  });

  it('counts as far as it asks, and says where there are more', () => {
    const rows = [at('2026-11-20T00:00:00Z'), at('2026-11-21T00:00:00Z')];
    expect(countWords(countOf({ items: rows, next_cursor: null }))).toBe('2');
    expect(countWords(countOf({ items: rows, next_cursor: 'x' }))).toBe('2+');
    expect(countOf({ items: rows }).since).toBe('2026-11-20T00:00:00Z');
  });
});
