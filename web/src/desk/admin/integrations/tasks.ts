import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { caseEventWord } from '@/shared/wording/case-events';
import { teach } from '@/shared/wording/speech';
import type { Names } from '../../supervisor/names';
import type { Secrets } from '../access/secret';
import { filled, type Field, type Task, type Values } from '../parts/form';
import type { Integration } from './standing';

type Schemas = components['schemas'];

const words = teach('integration_tasks', {
  open: ['接入系统', 'Connect a system'],
  opening: ['签名密钥由系统生成，只显示一次。允许访问的主机：{hosts}', 'The service makes the secret and shows it once. Hosts that may be called: {hosts}'],
  nobody: ['签名密钥由系统生成，只显示一次。目前没有允许访问的主机：请先由系统运维人员在设置 webhook_hosts 中列出。', 'No host may be called yet: whoever runs the service lists them in the setting webhook_hosts first.'],
  anybody: ['公网上的任何主机（仅限https）', 'every host of the public network, by https'],
  pause: ['暂停推送', 'Pause'],
  pausing: ['暂停期间发生的事不会丢失，恢复后按顺序补送。', 'What happens meanwhile waits, and comes in its order once it is resumed.'],
  resume: ['恢复推送', 'Resume'],
  resuming: ['从上次送达处接着推送。', 'It goes on after what was taken last.'],
  replay: ['重新推送', 'Tell again'],
  replaying: ['从日志的某一条之后重新推送；对方会再次收到已收过的内容。现已送达第{n}条。', 'Tells once more what stands after a position of the log; the other side gets things again. It was told up to {n}.'],
  secret: ['更换签名密钥', 'New secret'],
  replacing: ['新密钥只显示一次。旧密钥自换下起继续签名24小时（最多最近4把），请在此期间让对方换上新密钥。', 'The new secret is shown once. Former ones go on signing for 24 hours after they were replaced, the last four of them: let the other side change it meanwhile.'],
  close: ['断开', 'Close'],
  closing: ['断开后不能恢复，也不再推送；需要时请重新接入。', 'For good: nothing more is sent. Connect it anew if need be.'],
  of: ['{act}：{name}', '{act}: {name}'],
});

const AFTER: Field = { key: 'after', label: ['从第几条之后', 'After position'], kind: 'text', required: true, note: ['填0即从头开始', '0 is everything'] };
const header = (key: string) => ({ header: { 'Idempotency-Key': key } });

function formOf(names: Names): readonly Field[] {
  const units = names.units.value.map(({ code, name }) => ({ value: code, label: name }));
  const types = caseEventWord.codes.map((value) => ({ value, label: caseEventWord(value) }));
  return [
    { key: 'name', label: ['名称', 'Name'], kind: 'text', required: true, note: ['例如：市12345热线', 'Such as: hotline of the city'] },
    { key: 'url', label: ['接收地址', 'Address'], kind: 'text', required: true, note: ['以https://开头；地址不记入日志', 'https://…; it is not in the log'] },
    { key: 'unit', label: ['只推送哪个单位的案件', 'Only cases of'], kind: 'choice', choices: units, note: ['不选即全区；选后推送其辖区内的和派给它的', 'Nothing: everybody’s. Otherwise those in its area, and those to which it was sent'] },
    { key: 'event_types', label: ['只推送哪些事', 'Only these events'], kind: 'choices', choices: types, note: ['不选即全部', 'Nothing: all of them'] },
  ];
}

/** A position that somebody typed; what is none is for the service to refuse. */
const position = (text: Values[string]) => (/^\d{1,15}$/.test(String(text).trim()) ? Number(text) : -1);

/** What an administrator does with other systems; secrets that come of it are told to `secrets`. */
export function useIntegrationTasks(names: Names, secrets: Secrets) {
  const named = (act: 'pause' | 'resume' | 'replay' | 'secret' | 'close', name: string) => words('of', { act: words(act), name });
  const at = (id: string, key: string) => ({ params: { path: { id }, ...header(key) } });

  async function opened(key: string, values: Values): Promise<void> {
    const body = filled(values) as unknown as Schemas['NewIntegration'];
    const answer = await answerOf(api.POST('/api/v1/integrations', { body, params: header(key) }));
    secrets.tell('signing', answer.name, answer.secret);
  }
  async function replaced(it: Integration, key: string): Promise<void> {
    const answer = await answerOf(api.POST('/api/v1/integrations/{id}/replace-secret', at(it.id, key)));
    secrets.tell('signing', it.name, answer.secret);
  }

  return {
    open: (hosts: readonly string[]): Task => {
      const allowed = hosts.map((host) => (host === '*' ? words('anybody') : host)).join('、');
      const note = hosts.length === 0 ? words('nobody') : words('opening', { hosts: allowed });
      return { title: words('open'), confirm: words('open'), note, fields: formOf(names), act: opened };
    },
    pause: (it: Integration): Task => ({
      title: named('pause', it.name),
      confirm: words('pause'),
      note: words('pausing'),
      fields: [],
      act: (key) => answerOf(api.POST('/api/v1/integrations/{id}/pause', at(it.id, key))),
    }),
    resume: (it: Integration): Task => ({
      title: named('resume', it.name),
      confirm: words('resume'),
      note: words('resuming'),
      fields: [],
      act: (key) => answerOf(api.POST('/api/v1/integrations/{id}/resume', at(it.id, key))),
    }),
    replay: (it: Integration): Task => ({
      title: named('replay', it.name),
      confirm: words('replay'),
      note: words('replaying', { n: it.delivered }),
      fields: [AFTER],
      act: (key, values) => answerOf(api.POST('/api/v1/integrations/{id}/replay', { ...at(it.id, key), body: { after: position(values['after']) } })),
    }),
    secret: (it: Integration): Task => ({
      title: named('secret', it.name),
      confirm: words('secret'),
      note: words('replacing'),
      danger: true,
      fields: [],
      act: (key) => replaced(it, key),
    }),
    close: (it: Integration): Task => ({
      title: named('close', it.name),
      confirm: words('close'),
      note: words('closing'),
      danger: true,
      fields: [],
      act: (key) => answerOf(api.POST('/api/v1/integrations/{id}/close', at(it.id, key))),
    }),
  };
}
