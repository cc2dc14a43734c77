import { useTranslation } from 'react-i18next';
import { isKeyOf } from '../locales/is-key-of.js';
import id from '../locales/id.json';
import { ApiProblem } from './api-problem.js';

/** What to tell a person about a failed call: the code's translation, or the server's own title. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiProblem)) return t('problem.unexpected');
    const { fault = '' } = error.fields;
    if (error.code === 'entry-refused' && isKeyOf(id.vocabulary.fault, fault))
      return t(`vocabulary.fault.${fault}`);
    if (isKeyOf(id.problem, error.code)) return t(`problem.${error.code}`);
    return error.message === '' ? t('problem.unexpected') : error.message;
  };
}
