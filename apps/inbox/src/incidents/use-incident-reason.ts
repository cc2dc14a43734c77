import type { IncidentReason } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../locales/use-numbers.js';

/** "85% kata sama" */
export function useIncidentReason(): (reason: IncidentReason) => string {
  const { t } = useTranslation();
  const { percent, whole } = useNumbers();
  return (reason) => {
    switch (reason.kind) {
      case 'shared':
      case 'contained':
        return t(`incident.reason.${reason.kind}`, { share: percent(reason.share) });
      case 'near':
        return t('incident.reason.near', { metres: whole(Math.round(reason.metres)) });
      default:
        return t(`incident.reason.${reason.kind}`);
    }
  };
}
