import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import id from './id.json';

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORAGE_KEY = 'wadah.language';

function rememberedLanguage(): Language {
  return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'id';
}

export const i18n = createInstance();

function follow(language: string): void {
  document.documentElement.lang = language;
  localStorage.setItem(STORAGE_KEY, language);
}

export function startI18n(): void {
  i18n.on('languageChanged', follow);
  void i18n.use(initReactI18next).init({
    resources: { id: { translation: id }, en: { translation: en } },
    lng: rememberedLanguage(),
    fallbackLng: 'id',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
}
