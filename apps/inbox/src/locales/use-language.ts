import { useTranslation } from 'react-i18next';
import type { Language } from './i18n.js';

export function useLanguage(): [Language, (language: Language) => void] {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'id';
  return [language, (next) => void i18n.changeLanguage(next)];
}
