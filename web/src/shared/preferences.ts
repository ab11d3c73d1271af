import { computed, readonly, ref, watchEffect, type Ref } from 'vue';
import { speakIn, type Language } from './wording/speech';

export type Theme = 'light' | 'dark';
export type ThemeChoice = Theme | 'system';
export type TextSize = 'normal' | 'large';

/** What this device keeps. Private windows and some web views keep nothing: the page works all the same. */
export const keep = {
  read(key: string): string | null {
    try {
      return localStorage.getItem(`whistle.${key}`);
    } catch {
      return null;
    }
  },
  write(key: string, value: string): void {
    try {
      localStorage.setItem(`whistle.${key}`, value);
    } catch {
      // It holds until the page is left.
    }
  },
};

function kept<T extends string>(key: string, choices: readonly T[]): T | undefined {
  const asked = new URLSearchParams(window.location.search).get(key);
  return choices.find((choice) => choice === asked) ?? choices.find((choice) => choice === keep.read(key));
}

const language = ref<Language>(kept('lang', ['zh-CN', 'en'] as const) ?? 'zh-CN');
const themeChoice = ref<ThemeChoice>(kept('theme', ['light', 'dark', 'system'] as const) ?? 'system');
const textSize = ref<TextSize>(kept('text', ['normal', 'large'] as const) ?? 'normal');

const systemDark = ref(false);
const theme = computed<Theme>(() => {
  if (themeChoice.value !== 'system') return themeChoice.value;
  return systemDark.value ? 'dark' : 'light';
});

/** Puts the preferences into force, for as long as the page lives. */
export function applyPreferences(): void {
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  systemDark.value = query.matches;
  // Old kernels know `addListener` only.
  if ('addEventListener' in query) query.addEventListener('change', (event) => (systemDark.value = event.matches));
  watchEffect(() => speakIn(language.value));
  watchEffect(() => {
    const { classList, dataset } = document.documentElement;
    dataset['theme'] = theme.value;
    dataset['text'] = textSize.value;
    // The component kit of the desk goes by this class.
    classList.toggle('dark', theme.value === 'dark');
  });
}

export interface Preferences {
  readonly language: Readonly<Ref<Language>>;
  readonly themeChoice: Readonly<Ref<ThemeChoice>>;
  readonly theme: Readonly<Ref<Theme>>;
  readonly textSize: Readonly<Ref<TextSize>>;
  setLanguage(to: Language): void;
  setTheme(to: ThemeChoice): void;
  setTextSize(to: TextSize): void;
}

export function usePreferences(): Preferences {
  return {
    language: readonly(language),
    themeChoice: readonly(themeChoice),
    theme: readonly(theme),
    textSize: readonly(textSize),
    setLanguage(to) {
      language.value = to;
      keep.write('lang', to);
    },
    setTheme(to) {
      themeChoice.value = to;
      keep.write('theme', to);
    },
    setTextSize(to) {
      textSize.value = to;
      keep.write('text', to);
    },
  };
}
