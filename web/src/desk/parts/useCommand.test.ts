import { describe, expect, it, vi } from 'vitest';
import { Failure } from '@/shared/api/failure';
import { useCommand } from './useCommand';

vi.mock('element-plus', () => ({ ElMessage: { success: vi.fn() } }));

/** A command whose attempts end as the test says, and the keys that they had. */
function attempts(...ends: (Failure | 'done')[]) {
  const keys: string[] = [];
  const command = useCommand((key: string, _reason?: string) => {
    keys.push(key);
    const end = ends[keys.length - 1];
    return end instanceof Failure ? Promise.reject(end) : Promise.resolve();
  });
  return { keys, command };
}

describe('a command', () => {
  it('keeps its key while nobody knows what became of it', async () => {
    const { keys, command } = attempts(new Failure('offline'), new Failure('busy'), 'done', 'done');
    expect(await command.run()).toBe(false);
    expect(command.failure.value?.kind).toBe('offline');
    await command.run();
    expect(await command.run()).toBe(true);
    await command.run();
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect(keys[3]).not.toBe(keys[0]);
    expect(command.failure.value).toBeUndefined();
  });

  it('takes a new key after a refusal, and when something else is asked for', async () => {
    const { keys, command } = attempts(new Failure('conflict', 'stale'), new Failure('offline'), 'done');
    await command.run('first');
    await command.run('first');
    await command.run('second');
    expect(new Set(keys).size).toBe(3);
  });

  it('does not run twice at once', async () => {
    let finish = () => undefined as void;
    const act = vi.fn(() => new Promise<void>((done) => (finish = done)));
    const command = useCommand(act);
    const first = command.run();
    expect(await command.run()).toBe(false);
    finish();
    expect(await first).toBe(true);
    expect(act).toHaveBeenCalledTimes(1);
  });
});
