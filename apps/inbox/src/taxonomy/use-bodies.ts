import type { Taxonomy } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { useAgencies } from '../reports/use-agencies.js';

export interface BodyChoices {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

/** Who can handle a topic: the set's own agencies, those of this installation, and the bodies outside. */
export function useBodies({ agencies, addressees }: Taxonomy) {
  const { t } = useTranslation();
  const installed = useAgencies().filter(
    ({ code, isActive }) => isActive && !agencies.some((one) => one.code === code),
  );
  const itemsOf = (list: readonly { code: string; shortName: string; name: string }[]) =>
    list.map(({ code, shortName, name }) => ({
      value: code,
      label: shortName === name ? name : `${shortName} · ${name}`,
    }));
  const choices: BodyChoices[] = [
    { group: t('taxonomy.ours'), items: itemsOf([...agencies, ...installed]) },
    { group: t('taxonomy.outside'), items: itemsOf(addressees) },
  ];
  return {
    choices,
    /** The set with the installation's agencies that its topics now name. */
    complete: (draft: Taxonomy): Taxonomy => {
      const named = new Set(draft.groups.flatMap(({ topics }) => topics.map(({ agency }) => agency)));
      const added = installed
        .filter(({ code }) => named.has(code))
        .map(({ code, shortName, name }) => ({ code, shortName, name }));
      return { ...draft, agencies: [...draft.agencies, ...added] };
    },
  };
}
