/**
 * What citizens write in, as BCP 47 names it: Indonesian, English, Javanese, Sundanese, Banjar, Kutai Malay (Tenggarong);
 * `und`: it cannot be told.
 */
export const REPORT_LANGUAGES = ['id', 'en', 'jv', 'su', 'bjn', 'vkt', 'und'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];
