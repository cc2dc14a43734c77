import { useTranslation } from 'react-i18next';
import id from '../locales/id.json';
import { isKeyOf } from '../locales/is-key-of.js';

/** What queues and sweeps are called; a name of a newer server stays as it is. */
export function useNames() {
  const { t } = useTranslation();
  return {
    queueName: (name: string) =>
      isKeyOf(id.systemHealth.queueNames, name) ? t(`systemHealth.queueNames.${name}`) : name,
    sweepName: (name: string) =>
      isKeyOf(id.systemHealth.sweepNames, name) ? t(`systemHealth.sweepNames.${name}`) : name,
  };
}
