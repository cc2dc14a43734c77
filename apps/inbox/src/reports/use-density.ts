import { useLocalStorage } from '@mantine/hooks';

export type Density = 'roomy' | 'dense';
/** As in the style sheet of the row, in rem. */
export const ROW_REM: Readonly<Record<Density, number>> = { roomy: 6.25, dense: 4.375 };

/** How tall the rows of the list are; remembered in this browser. */
export function useDensity(): readonly [Density, () => void] {
  const [kept, keep] = useLocalStorage<Density>({
    key: 'wadah.density',
    defaultValue: 'roomy',
    getInitialValueInEffect: false,
  });
  const density = kept === 'dense' ? 'dense' : 'roomy';
  return [density, () => keep(density === 'dense' ? 'roomy' : 'dense')];
}
