import { Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHref } from 'react-router';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { useLanguage } from '../locales/use-language.js';
import { useNumbers } from '../locales/use-numbers.js';
import { bodyOf, parametersOf, type ReportFilter } from '../reports/report-filter.js';
import { useSession } from '../session/use-session.js';
import { FormatChoice, type FileFormat } from './format-choice.js';
import { useDownload } from './use-download.js';

interface Props {
  filter: ReportFilter;
  /** Only these; empty: all that the filter finds. */
  ids: readonly string[];
  onClose: () => void;
}

/** The list as a file, or laid out for paper. */
export function ExportListDialog({ filter, ids, onClose }: Props) {
  const { t } = useTranslation();
  const { user } = useSession();
  const { whole } = useNumbers();
  const [language] = useLanguage();
  const [format, setFormat] = useState<FileFormat>('xlsx');
  const [showsPersonalData, setPersonalData] = useState(false);
  const printPage = useHref('/cetak');
  const download = useDownload();
  const submit = async (): Promise<void> => {
    if (format === 'print') {
      // Behind the #: a long choice would be too much for the address of a request.
      window.open(`${printPage}?${parametersOf(filter)}#${ids.join()}`, '_blank', 'noopener');
      return onClose();
    }
    const which =
      ids.length > 0
        ? { reportIds: [...ids], query: { order: filter.order } }
        : { query: { ...bodyOf(filter), order: filter.order } };
    if (await download.start('exportReports', { format, language, showsPersonalData, ...which })) onClose();
  };
  return (
    <OpenDialog
      onClose={onClose}
      title={ids.length > 0 ? t('exports.chosen', { count: ids.length }) : t('exports.list')}
    >
      <DialogForm
        error={download.error}
        submit={t(format === 'print' ? 'exports.print' : 'exports.download')}
        isPending={download.isRunning}
        onClose={onClose}
        onSubmit={() => {
          if (!download.isRunning) void submit();
        }}
      >
        <FormatChoice format={format} onChange={setFormat} />
        {user.role !== 'agency-member' && format !== 'print' && (
          <Checkbox
            label={t('exports.personalData')}
            description={t('exports.personalDataHelp')}
            checked={showsPersonalData}
            onChange={(event) => setPersonalData(event.currentTarget.checked)}
          />
        )}
        {download.isRunning && (
          <Text size="sm" role="status">
            {t('exports.running', { size: whole(Math.ceil(download.bytes / 1024)) })}
          </Text>
        )}
      </DialogForm>
    </OpenDialog>
  );
}
