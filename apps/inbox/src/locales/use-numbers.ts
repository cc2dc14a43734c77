import { useLanguage } from './use-language.js';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

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
    /** "3 jam", in the largest unit that fits. */
    duration: (seconds: number) => {
      const [unit, length] = UNITS.find(([, size]) => seconds >= size) ?? ['second', 1];
      const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 } as const;
      return new Intl.NumberFormat(language, style).format(Math.floor(seconds / length));
    },
    bytes: (value: number) =>
      value < 1_000_000
        ? `${plain.format(value === 0 ? 0 : Math.max(1, Math.round(value / 1000)))} kB`
        : value < 1_000_000_000
          ? `${plain.format(Math.round(value / 100_000) / 10)} MB`
          : `${plain.format(Math.round(value / 100_000_000) / 10)} GB`,
  };
}
