import type { ReportDetail } from '@app/api-contract';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useColleagues } from './use-colleagues.js';

/** Gives the report to a colleague. */
export function AssigneeSelect({
  report,
  onAssign,
}: {
  report: ReportDetail;
  onAssign: (userId: string | null) => void;
}) {
  const { t } = useTranslation();
  const people = useColleagues(report.id);
  const { assignee } = report;
  const others = people.filter(({ id }) => id !== assignee?.id);
  return (
    <NativeSelect
      size="xs"
      aria-label={t('report.assignTo')}
      value={assignee?.id ?? ''}
      onChange={(event) => onAssign(event.currentTarget.value || null)}
      data={[
        { value: '', label: t('report.nobody') },
        ...(assignee ? [{ value: assignee.id, label: assignee.name }] : []),
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
