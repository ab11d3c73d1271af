import { teachCodes } from './speech';

/** 账号与密钥的变更. */
export const accessEventWord = teachCodes('access_event', {
  AccountOpened: ['开通账号', 'Account opened'],
  AccountClosed: ['关闭账号', 'Account closed'],
  PasswordReplaced: ['重置密码', 'Password replaced'],
  KeyIssued: ['签发密钥', 'Key issued'],
  KeyRevoked: ['撤销密钥', 'Key revoked'],
  IntegrationOpened: ['接入系统', 'Integration opened'],
  IntegrationPaused: ['暂停推送', 'Integration paused'],
  IntegrationResumed: ['恢复推送', 'Integration resumed'],
  IntegrationReplayed: ['重新推送', 'Integration told again'],
  IntegrationSecretReplaced: ['更换签名密钥', 'Secret of an integration replaced'],
  IntegrationClosed: ['断开系统', 'Integration closed'],
});

/** 账号状态. */
export const accountStateWord = teachCodes('account_state', {
  open: ['在用', 'Open'],
  closed: ['已关闭', 'Closed'],
});

/** 密钥状态. */
export const keyStateWord = teachCodes('key_state', {
  in_force: ['有效', 'In force'],
  expired: ['已到期', 'Expired'],
  revoked: ['已撤销', 'Revoked'],
  account_closed: ['随账号停用', 'Shut with its account'],
});

/** 对接状态. */
export const integrationStateWord = teachCodes('integration_state', {
  active: ['正常', 'Active'],
  failing: ['推送失败', 'Failing'],
  paused: ['已暂停', 'Paused'],
  closed: ['已断开', 'Closed'],
});

/** 暂停的原因. */
export const pauseCauseWord = teachCodes('pause_cause', {
  asked: ['管理员暂停', 'Asked for'],
  failing: ['长期失败，系统自动暂停', 'Nothing was taken for too long'],
});

/** 没有得到答复的原因. */
export const noAnswerWord = teachCodes('no_answer', {
  host_not_allowed: ['该主机不在允许访问的名单中', 'The host may not be called'],
  name_not_found: ['找不到该主机名', 'The name of the host is not known'],
  address_refused: ['该主机名指向不允许访问的地址', 'The host stands for an address that may not be called'],
  not_connected: ['连接不上', 'No connection comes about'],
  not_trusted: ['证书不可信', 'The certificate does not hold'],
  timed_out: ['等待超时', 'No answer came in time'],
  bad_answer: ['对方的答复无法识别', 'The answer cannot be understood'],
});
