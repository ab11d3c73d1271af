import { ElMessage } from 'element-plus';
import { useAct, type Act } from '@/shared/doing/useAct';

export type Command<A extends unknown[]> = Act<A>;

export interface CommandSettings {
  /** Said once it is done. */
  readonly done?: () => string;
  /** What follows, such as loading the case again. */
  readonly then?: () => unknown;
}

/** A command of the desk: done once (see `useAct`), and said to be done. Its failure is shown by `FailureNote`. */
export function useCommand<A extends unknown[]>(
  act: (key: string, ...given: A) => Promise<unknown>,
  settings: CommandSettings = {},
): Command<A> {
  const doing = useAct(act);
  return {
    ...doing,
    async run(...given) {
      if (!(await doing.run(...given))) return false;
      if (settings.done) ElMessage.success(settings.done());
      await settings.then?.();
      return true;
    },
  };
}
