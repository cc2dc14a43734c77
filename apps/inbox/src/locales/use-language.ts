import { i18n, type Language } from './i18n.js';
import { useCurrentLanguage } from './use-texts.js';

const change = (language: Language): void => void i18n.changeLanguage(language);

export function useLanguage(): [Language, (language: Language) => void] {
  return [useCurrentLanguage(), change];
}
