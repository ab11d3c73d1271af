import { teachCodes } from './speech';

/** 亮灯: what the lamp says of the time. */
export const lampWord = teachCodes(
  'lamp',
  {
    green: ['正常', 'On time'],
    yellow: ['临期', 'Due soon'],
    red: ['超期', 'Overdue'],
    grey: ['挂账', 'Parked'],
    purple: ['提级', 'Elevated'],
  },
  ['未计时', 'No clock'],
);
