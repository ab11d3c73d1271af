import { teachCodes } from '@/shared/wording/speech';

/** What is wrong with an event, for whoever has to do something about it. */
export const faultWord = teachCodes('proof_fault', {
  hash: ['字节算出的散列，与随它记下的散列不符', 'the bytes do not give the hash that was recorded with them'],
  unreadable: ['字节读不出来', 'the bytes cannot be read'],
  stream: ['不是本案的记录', 'it is not an event of this case'],
  version: ['版本号不连续', 'its version does not follow the one before'],
  position: ['在日志中的次序不对', 'its position does not follow the one before'],
  absent: ['页面上有，日志没有给出', 'it is shown, and the log does not give it'],
  surplus: ['日志里有，页面上没有', 'the log has it, and it is not shown'],
  shown_position: ['页面显示的位置不是字节所在的位置', 'it is shown in another place than its bytes have'],
  shown_type: ['页面显示的事件不是字节写的事件', 'it is shown as another event than its bytes say'],
  shown_time: ['页面显示的时间不是字节写的时间', 'it is shown with another time than its bytes say'],
  shown_actor: ['页面显示的经办人不是字节写的经办人', 'it is shown with another actor than its bytes say'],
  shown_data: ['页面显示的内容不是字节写的内容', 'it is shown with another content than its bytes say'],
  shown_hash: ['页面显示的散列不是记下的散列', 'it is shown with another hash than was recorded'],
});
