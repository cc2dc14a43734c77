import { needOf, type ReportStatus } from '@app/report-model';
import { useTranslation } from 'react-i18next';

/** What the field beside a new status asks for, and who will read it. */
export function useStatusNote(status: ReportStatus | null) {
  const { t } = useTranslation();
  const need = status === null ? null : needOf(status);
  return {
    label: t(`statusNote.${need ?? 'note'}`),
    description: t(`statusNote.help.${need ?? 'note'}`),
    required: need !== null,
  };
}
