import { useLanguage } from '../locales/use-language.js';

/** Fractions with the places that a comparison needs. */
export function useDecimals() {
  const [language] = useLanguage();
  const places = { minimumFractionDigits: 3, maximumFractionDigits: 3 } as const;
  const plain = new Intl.NumberFormat(language, places);
  const signed = new Intl.NumberFormat(language, { ...places, signDisplay: 'exceptZero' });
  return {
    decimals: (value: number) => plain.format(value),
    change: (value: number) => signed.format(value),
  };
}
