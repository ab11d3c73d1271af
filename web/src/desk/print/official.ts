import { dateWords, instantWords, type Instant } from '@/shared/time/dates';
import type { Language } from '@/shared/wording/speech';

/** An official document is Chinese, whoever prints it. */
export const OFFICIAL: Language = 'zh-CN';

/** 2026年11月21日. */
export const officialDay = (instant: Instant): string => dateWords(instant, OFFICIAL);

/** 2026年11月21日 09:30. */
export const officialInstant = (instant: Instant): string => instantWords(instant, OFFICIAL);
