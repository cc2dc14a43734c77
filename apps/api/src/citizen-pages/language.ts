/** Citizens read Indonesian unless they follow the link to English; the choice travels in the address. */
export type Language = 'id' | 'en';

export interface Bilingual {
  readonly id: string;
  readonly en: string;
}

export function languageOf(query: unknown): Language {
  const chosen = typeof query === 'object' && query !== null && 'bahasa' in query ? query.bahasa : null;
  return chosen === 'en' ? 'en' : 'id';
}

/** The address of one of our pages, in the same language. */
export function addressIn(language: Language, path: string): string {
  if (language === 'id') return path;
  return `${path}${path.includes('?') ? '&' : '?'}bahasa=en`;
}
