import { createApp } from 'vue';
import '@/shared/design/tokens.css';
import '@/shared/design/base.css';
import 'element-plus/theme-chalk/dark/css-vars.css';
import './kit.css';
import './desk.css';
import '@/shared/wording/desk-problems';
import { applyPreferences } from '@/shared/preferences';
import { i18n } from '@/shared/wording/speech';
import DeskApp from './DeskApp.vue';
import { deskRouter } from './router';

applyPreferences();
createApp(DeskApp).use(i18n).use(deskRouter()).mount('#page');
