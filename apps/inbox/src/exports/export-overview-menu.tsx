import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/use-problem-text.js';
import { Icon } from '../layout/icon.js';
import { useLanguage } from '../locales/use-language.js';
import type { Period } from '../overview/period.js';
import { useDownload } from './use-download.js';

/** The figures as a file, or the page on paper. */
export function ExportOverviewMenu({ period, agencyId }: { period: Period; agencyId: string | null }) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const problemText = useProblemText();
  const download = useDownload();
  const save = (format: 'xlsx' | 'csv') => {
    const { from, to } = period;
    void download.start('exportOverview', {
      format,
      language,
      from,
      to,
      ...(agencyId !== null && { agencyId }),
    });
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" loading={download.isRunning} leftSection={<Icon name="file" size={16} />}>
            {t('exports.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => save('xlsx')}>{t('exports.formats.xlsx')}</Menu.Item>
          <Menu.Item onClick={() => save('csv')}>{t('exports.formats.csv')}</Menu.Item>
          <Menu.Item onClick={() => window.print()}>{t('exports.formats.print')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {download.error !== null && <span role="alert">{problemText(download.error)}</span>}
    </>
  );
}
