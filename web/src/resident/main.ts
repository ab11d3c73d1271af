import { createApp } from 'vue';
import '@/shared/design/tokens.css';
import '@/shared/design/base.css';
import './resident.css';
import { applyPreferences } from '@/shared/preferences';
import { i18n } from '@/shared/wording/speech';
import ResidentApp from './ResidentApp.vue';
import { keepPages } from './kept/offline';
import { restoreDraft } from './raise/draft';
import { keepTrying } from './raise/outbox';
import { fetchSteps, residentRouter } from './router';

applyPreferences();
const router = residentRouter();
createApp(ResidentApp).use(i18n).use(router).mount('#page');
void restoreDraft().then(keepTrying);

const READING_MILLISECONDS = 1_500;
void router.isReady().then(() => setTimeout(() => void fetchSteps().then(keepPages), READING_MILLISECONDS));
