import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { roleWord } from '@/shared/wording/people';
import { teach } from '@/shared/wording/speech';
import type { Names } from '../../supervisor/names';
import { filled, type Field, type Task, type Values } from '../parts/form';
import type { Secrets } from './secret';

type Schemas = components['schemas'];

const words = teach('account_tasks', {
  open: ['开通账号', 'Open an account'],
  opening: ['密码由系统生成，只显示一次。', 'The service makes the password and shows it once.'],
  password: ['重置密码', 'New password'],
  replacing: ['旧密码立即失效，已登录的会话全部退出；密钥不受影响。', 'The old password ends at once, with every session. Keys stay.'],
  close: ['关闭账号', 'Close the account'],
  closing: ['关闭后不能再启用：密码、会话和密钥立即失效。', 'For good: password, sessions and keys end at once.'],
  issue: ['签发密钥', 'Issue a key'],
  issuing: ['供其他系统调用接口；密钥只显示一次。', 'For another system. The key is shown once.'],
  revoke: ['撤销密钥', 'Revoke the key'],
  revoking: ['用这把密钥的系统立即无法访问。', 'Whatever uses this key is shut out at once.'],
  of: ['{act}：{name}', '{act}: {name}'],
});
const DAYS: readonly number[] = [30, 90, 180, 365, 1095];
const days = (n: number) => ({ value: String(n), label: daysWords('days', { n }) });
const daysWords = teach('key_days', { days: ['{n}天', '{n} days'] });

const USERNAME: Field = { key: 'username', label: ['用户名', 'User name'], kind: 'text', required: true, note: ['2到64个字母、数字、点、短横或下划线；不能改，也不能再给别人', '2 to 64 letters, digits, dots, - or _; given once and for ever'] };
const SHOWN: Field = { key: 'display_name', label: ['显示名', 'Shown name'], kind: 'text', note: ['同事看到的名字；居民账号不填', 'What colleagues see; none for residents'] };
const LABEL: Field = { key: 'label', label: ['用途', 'What for'], kind: 'text', required: true, note: ['例如：城管案件接口', 'Such as: feed of the city office'] };

const header = (key: string) => ({ header: { 'Idempotency-Key': key } });

function formOf(names: Names): readonly Field[] {
  const choices = names.units.value.map(({ code, name }) => ({ value: code, label: name }));
  const roles = roleWord.codes.filter((code) => code !== 'system').map((value) => ({ value, label: roleWord(value) }));
  return [
    USERNAME,
    { key: 'role', label: ['角色', 'Role'], kind: 'choice', required: true, choices: roles },
    { key: 'unit', label: ['所在单位', 'Unit'], kind: 'choice', choices },
    { key: 'area', label: ['查看范围', 'Area'], kind: 'choice', choices, note: ['不填即所在单位的范围', 'That of the unit where nothing is said'] },
    SHOWN,
  ];
}

function keyForm(): readonly Field[] {
  return [LABEL, { key: 'days', label: ['有效期', 'Lasts'], kind: 'choice', required: true, choices: DAYS.map(days) }];
}

/** What an administrator does with accounts; secrets that come of it are told to `secrets`. */
export function useAccountTasks(names: Names, secrets: Secrets) {
  const named = (act: 'password' | 'close' | 'issue' | 'revoke', name: string) => words('of', { act: words(act), name });
  const path = (username: string) => ({ path: { username } });

  async function opened(key: string, values: Values): Promise<void> {
    const body = filled(values) as unknown as Schemas['NewAccount'];
    const answer = await answerOf(api.POST('/api/v1/accounts', { body, params: header(key) }));
    secrets.tell('password', answer.username, answer.password);
  }
  async function replaced(username: string, key: string): Promise<void> {
    const answer = await answerOf(api.POST('/api/v1/accounts/{username}/password', { params: { ...path(username), ...header(key) } }));
    secrets.tell('password', username, answer.password);
  }
  async function issued(username: string, key: string, values: Values): Promise<void> {
    const body = { label: String(values['label']), days: Number(values['days']) };
    const answer = await answerOf(api.POST('/api/v1/accounts/{username}/keys', { body, params: { ...path(username), ...header(key) } }));
    secrets.tell('key', username, answer.token);
  }

  return {
    open: (): Task => ({ title: words('open'), confirm: words('open'), note: words('opening'), fields: formOf(names), act: opened }),
    password: (username: string): Task => ({
      title: named('password', username),
      confirm: words('password'),
      note: words('replacing'),
      danger: true,
      fields: [],
      act: (key) => replaced(username, key),
    }),
    close: (username: string): Task => ({
      title: named('close', username),
      confirm: words('close'),
      note: words('closing'),
      danger: true,
      fields: [],
      act: (key) => answerOf(api.POST('/api/v1/accounts/{username}/close', { params: { ...path(username), ...header(key) } })),
    }),
    issue: (username: string): Task => ({
      title: named('issue', username),
      confirm: words('issue'),
      note: words('issuing'),
      fields: keyForm(),
      start: { days: '365' },
      act: (key, values) => issued(username, key, values),
    }),
    revoke: (username: string, { id, label }: Schemas['KeyView']): Task => ({
      title: named('revoke', label),
      confirm: words('revoke'),
      note: words('revoking'),
      danger: true,
      fields: [],
      act: (key) => answerOf(api.POST('/api/v1/accounts/{username}/keys/{id}/revoke', { params: { path: { username, id }, ...header(key) } })),
    }),
  };
}
