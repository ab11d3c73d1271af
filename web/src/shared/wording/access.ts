import { teachCodes } from './speech';

/** 账号与密钥的变更. */
export const accessEventWord = teachCodes('access_event', {
  AccountOpened: ['开通账号', 'Account opened'],
  AccountClosed: ['关闭账号', 'Account closed'],
  PasswordReplaced: ['重置密码', 'Password replaced'],
  KeyIssued: ['签发密钥', 'Key issued'],
  KeyRevoked: ['撤销密钥', 'Key revoked'],
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
