import { createApp } from 'vue';
import '@/shared/design/tokens.css';
import '@/shared/design/base.css';
import './resident.css';
import { applyPreferences } from '@/shared/preferences';
import { i18n } from '@/shared/wording/speech';
import ResidentApp from './ResidentApp.vue';
import { residentRouter } from './router';

applyPreferences();
createApp(ResidentApp).use(i18n).use(residentRouter()).mount('#page');
