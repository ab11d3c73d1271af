import { teachCodes } from '@/shared/wording/speech';

/** With what a photograph came. */
export const photoStepWord = teachCodes('photo_step', {
  report: ['反映时的照片', 'With the report'],
  local_handling: ['就地处置', 'Handled locally'],
  measure: ['处置过程', 'At work'],
  feedback: ['办理结果', 'What came of it'],
  milestone: ['计划节点', 'A stage of the plan'],
  rectification: ['整改', 'Put right'],
  reinspection: ['复查', 'Looked at again'],
  verification: ['核查', 'Checked'],
  look_back: ['回头看', 'Looked back'],
  petition: ['申请佐证', 'For a request'],
});
