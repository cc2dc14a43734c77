import { useTranslation } from 'react-i18next';
import { isKeyOf } from '../locales/is-key-of.js';
import id from '../locales/id.json';
import { ApiProblem } from './api-problem.js';

/** What to tell a person about a failed call: the code's translation, or the server's own title. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiProblem)) return t('problem.unexpected');
    if (isKeyOf(id.problem, error.code)) return t(`problem.${error.code}`);
    return error.message === '' ? t('problem.unexpected') : error.message;
  };
}
