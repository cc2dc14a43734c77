import { useLocalStorage } from '@mantine/hooks';

const KEY = 'wadah.single-keys';
const OFF = 'off';

/** Whether keys such as `j` and `e` do something by themselves: whoever dictates can do without (WCAG 2.1.4). */
export function useSingleKeys(): readonly [boolean, (areOn: boolean) => void] {
  const [kept, keep] = useLocalStorage<string>({
    key: KEY,
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  return [kept !== OFF, (areOn) => keep(areOn ? '' : OFF)];
}

/** Keys with a sign on them; Escape, Enter and arrows do nothing by accident of speech. */
export const isSwitchedOff = (key: string): boolean =>
  key.length === 1 && localStorage.getItem(KEY) === JSON.stringify(OFF);
