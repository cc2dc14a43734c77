import type { TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { i18n, LANGUAGES, type Language } from './i18n.js';

const kept = new Map<Language, TFunction>();

function watchLanguage(listener: () => void): () => void {
  i18n.on('languageChanged', listener);
  return () => i18n.off('languageChanged', listener);
}

const languageNow = (): Language => LANGUAGES.find((one) => one === i18n.language) ?? 'id';

/** The screen's language. */
export const useCurrentLanguage = (): Language => useSyncExternalStore(watchLanguage, languageNow);

/**
 * The texts, for what stands on the screen many times: `useTranslation` copies all of i18next for every component that
 * comes up, which is a quarter of the time that a row of the list takes.
 */
export function useTexts(): TFunction {
  const language = useCurrentLanguage();
  const texts = kept.get(language) ?? i18n.getFixedT(language);
  kept.set(language, texts);
  return texts;
}
