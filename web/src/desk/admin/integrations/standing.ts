import type { components } from '@/shared/api/schema';
import { LAMP_SHAPES, type LampCode } from '@/shared/lamps/lamps';
import { dateWords, instantWords } from '@/shared/time/dates';
import { spanWords } from '@/shared/time/remaining';
import { noAnswerWord } from '@/shared/wording/access';
import { teach } from '@/shared/wording/speech';

export type Integration = components['schemas']['IntegrationView'];
export type Trial = components['schemas']['Trial'];

const words = teach('integration_standing', {
  upToDate: ['已全部送达', 'Told everything'],
  behind: ['还有{n}条日志待处理', '{n} event of the log is still to be looked at | {n} events of the log are still to be looked at'],
  waiting: ['暂停中，{n}条日志等候', 'Paused; {n} event of the log waits | Paused; {n} events of the log wait'],
  answered: ['对方返回{status}', 'It answered {status}'],
  never: ['尚未推送', 'Nothing was sent yet'],
  lastSuccess: ['最近送达：{when}', 'Last taken: {when}'],
  failing: ['连续失败{n}次，自{when}起', '{n} failure since {when} | {n} failures in a row since {when}'],
  again: ['{left}后再试', 'Tried again in {left}'],
  soon: ['即将再试', 'Tried again in a moment'],
  givenUp: ['连续三天失败，系统已自动暂停；排除故障后请恢复', 'Nothing was taken for three days, so the service paused it. Resume it once that is put right.'],
  asked: ['{when}由管理员暂停', 'Paused by an administrator, {when}'],
  closed: ['{when}断开', 'Closed {when}'],
  taken: ['对方已接收（{status}，{ms}毫秒）', 'It took the trial ({status}, {ms} ms)'],
  refused: ['对方没有接收：返回{status}（{ms}毫秒）', 'It did not take the trial: {status} ({ms} ms)'],
  unanswered: ['没有得到答复：{why}（{ms}毫秒）', 'No answer came: {why} ({ms} ms)'],
});

const CROSS = 'M3.6 2.2 8 6.6l4.4-4.4 1.4 1.4L9.4 8l4.4 4.4-1.4 1.4L8 9.4l-4.4 4.4-1.4-1.4L6.6 8 2.2 3.6Z';
const SIGNS: Readonly<Record<Integration['state'], { readonly lamp: LampCode; readonly shape: string }>> = {
  active: { lamp: 'green', shape: LAMP_SHAPES.green },
  failing: { lamp: 'red', shape: LAMP_SHAPES.red },
  // Two bars are a pause, here as for clocks that rest.
  paused: { lamp: 'yellow', shape: LAMP_SHAPES.grey },
  closed: { lamp: 'grey', shape: CROSS },
};

/** The sign of a state: its colour and its shape. */
export const signOf = (state: Integration['state']) => SIGNS[state];

/** How far it was told. */
export function progressWords({ state, behind }: Pick<Integration, 'state' | 'behind'>): string {
  if (behind === 0) return words('upToDate');
  return words(state === 'paused' ? 'waiting' : 'behind', { n: behind });
}

/** Why the last attempt came to nothing; nothing where it did not. */
export function troubleWords({ failures, last_error, last_status }: Pick<Integration, 'failures' | 'last_error' | 'last_status'>): string | undefined {
  if (failures === 0) return undefined;
  return last_error ? noAnswerWord(last_error) : words('answered', { status: last_status ?? '' });
}

/** What is to be known beside the state, line by line. */
export function notesOf(it: Integration, now: number): string[] {
  if (it.state === 'closed') return it.closed_at ? [words('closed', { when: dateWords(it.closed_at) })] : [];
  // Of one that was told nothing yet, nobody says that it was told everything.
  const notes = it.behind === 0 && !it.last_success_at ? [] : [progressWords(it)];
  if (it.state === 'paused') notes.push(it.pause_cause === 'failing' ? words('givenUp') : words('asked', { when: instantWords(it.paused_at ?? now) }));
  if (it.failures > 0 && it.failing_since) notes.push(words('failing', { n: it.failures, when: instantWords(it.failing_since) }));
  if (it.state === 'failing' && it.next_attempt_at) {
    const left = Date.parse(it.next_attempt_at) - now;
    notes.push(left > 60_000 ? words('again', { left: spanWords(left) }) : words('soon'));
  }
  if (it.failures === 0) notes.push(it.last_success_at ? words('lastSuccess', { when: instantWords(it.last_success_at) }) : words('never'));
  return notes;
}

/** What came of a trial. */
export function trialWords({ taken, status, error, milliseconds: ms }: Trial): string {
  if (taken) return words('taken', { status: status ?? '', ms });
  return error ? words('unanswered', { why: noAnswerWord(error), ms }) : words('refused', { status: status ?? '', ms });
}
