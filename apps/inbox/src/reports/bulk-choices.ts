import type { BulkActionInput } from '@app/api-contract';
import { REPORT_CLASSES, REPORT_STATUSES } from '@app/report-model';
import { useTranslation } from 'react-i18next';
import { restChoices } from '../report/rest-times.js';
import { useSession } from '../session/use-session.js';
import { useAgencies } from './use-agencies.js';

interface Choice {
  readonly value: string;
  readonly label: string;
}

const KINDS: readonly BulkActionInput['kind'][] = ['status', 'dispose', 'assign', 'class', 'tag', 'snooze'];

/** What can be done to many reports, and with which values. */
export function useBulkChoices() {
  const { t } = useTranslation();
  const { user, timeZone } = useSession();
  const agencies = useAgencies().filter(({ isActive }) => isActive);
  const kinds = KINDS.filter((kind) => kind !== 'dispose' || user.role !== 'agency-member').map((value) => ({
    value,
    label: t(`bulk.kind.${value}`),
  }));
  const valuesOf = (kind: BulkActionInput['kind']): readonly Choice[] => {
    switch (kind) {
      case 'status':
        return REPORT_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }));
      case 'dispose':
        return agencies.map(({ id, shortName }) => ({ value: id, label: shortName }));
      case 'assign':
        return [
          { value: 'me', label: user.name },
          { value: 'none', label: t('report.nobody') },
        ];
      case 'class':
        return REPORT_CLASSES.map((value) => ({ value, label: t(`class.${value}`) }));
      case 'snooze':
        return [
          ...restChoices(new Date(), timeZone).map(({ name }) => ({
            value: name,
            label: t(`snooze.${name}`),
          })),
          { value: 'wake', label: t('snooze.wake') },
        ];
      case 'tag':
        return [];
    }
  };
  return { kinds, valuesOf };
}
