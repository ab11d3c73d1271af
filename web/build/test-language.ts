import { beforeEach } from 'vitest';
import { speakIn } from '../src/shared/wording/speech';

// The language of the machine that runs the tests is not theirs.
beforeEach(() => speakIn('zh-CN'));
