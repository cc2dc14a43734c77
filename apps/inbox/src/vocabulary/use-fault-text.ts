import { useTranslation } from 'react-i18next';
import { isKeyOf } from '../locales/is-key-of.js';
import id from '../locales/id.json';

/** Why an entry was refused; a newer server's reason keeps its own name. */
export function useFaultText(): (fault: string) => string {
  const { t } = useTranslation();
  return (fault) => (isKeyOf(id.vocabulary.fault, fault) ? t(`vocabulary.fault.${fault}`) : fault);
}
