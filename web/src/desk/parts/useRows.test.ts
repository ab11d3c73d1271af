import { effectScope, nextTick, ref } from 'vue';
import { describe, expect, it } from 'vitest';
import { useRows, type PageQuestion } from './useRows';

const settled = () => new Promise((done) => setTimeout(done));

/** A list of numbered rows; the cursor is the number of the first row of the page. */
function numbered(count: number) {
  const asked: PageQuestion[] = [];
  const ask = async ({ cursor, limit }: PageQuestion) => {
    asked.push({ limit, ...(cursor ? { cursor } : {}) });
    const from = Number(cursor ?? 0);
    const items = Array.from({ length: Math.min(limit, count - from) }, (_, i) => ({ id: `${from + i}`, word: 'old' }));
    return { items, next_cursor: from + limit < count ? String(from + limit) : null };
  };
  return { asked, ask };
}

describe('rows', () => {
  it('go forward by cursor and back the same way', async () => {
    const { asked, ask } = numbered(5);
    const rows = effectScope().run(() => useRows({ ask, keyOf: (row) => row.id, size: 2 }))!;
    await settled();
    expect(rows.items.value.map(({ id }) => id)).toEqual(['0', '1']);
    rows.next();
    await settled();
    rows.next();
    await settled();
    expect([rows.page.value, rows.more.value, rows.items.value.length]).toEqual([3, false, 1]);
    rows.next();
    expect(rows.page.value).toBe(3);
    rows.previous();
    await settled();
    expect(rows.items.value.map(({ id }) => id)).toEqual(['2', '3']);
    expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, '2', '4', '2']);
  });

  it('begin anew when the conditions or the size change, with nothing selected', async () => {
    const { asked, ask } = numbered(9);
    const condition = ref('');
    const rows = effectScope().run(() => useRows({ ask, keyOf: (row) => row.id, size: 2, when: condition }))!;
    await settled();
    rows.next();
    await settled();
    rows.selected.value = new Set(['2']);
    condition.value = '路灯';
    await nextTick();
    await settled();
    expect([rows.page.value, rows.selected.value.size]).toEqual([1, 0]);
    rows.size.value = 5;
    await nextTick();
    await settled();
    expect(asked[asked.length - 1]).toEqual({ limit: 5 });
  });

  it('change one by one, without asking again', async () => {
    const { asked, ask } = numbered(3);
    const rows = effectScope().run(() => useRows({ ask, keyOf: (row) => row.id }))!;
    await settled();
    rows.replace({ id: '1', word: 'new' });
    rows.replace({ id: 'elsewhere', word: 'new' });
    rows.remove('0');
    expect(rows.items.value).toEqual([
      { id: '1', word: 'new' },
      { id: '2', word: 'old' },
    ]);
    expect(asked).toHaveLength(1);
    rows.remove('1');
    rows.remove('2');
    expect(rows.load.state.value.kind).toBe('empty');
  });
});
