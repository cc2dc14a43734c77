import { useLanguage } from './use-language.js';

export function useNumbers() {
  const [language] = useLanguage();
  const plain = new Intl.NumberFormat(language);
  return {
    whole: (value: number) => plain.format(value),
    percent: (share: number) => new Intl.NumberFormat(language, { style: 'percent' }).format(share),
    rupiah: (value: number) =>
      new Intl.NumberFormat(language, {
        style: 'currency',
        currency: 'IDR',
        maximumFractionDigits: 0,
      }).format(value),
    bytes: (value: number) =>
      value < 1_000_000
        ? `${plain.format(Math.max(1, Math.round(value / 1000)))} kB`
        : `${plain.format(Math.round(value / 100_000) / 10)} MB`,
  };
}
