import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ExportListDialog } from '../exports/export-list-dialog.js';
import { Icon } from '../layout/icon.js';
import styles from './bulk.module.css';
import { isFiltered, type ReportFilter } from './report-filter.js';
import { SaveViewDialog } from './save-view-dialog.js';
import { useDensity } from './use-density.js';
import { useHowMany } from './use-how-many.js';
import type { Selection } from './use-selection.js';

/** Above the rows: choosing several, how tall they are, keeping the filter. */
export function ListTools({ selection, filter }: { selection: Selection; filter: ReportFilter }) {
  const { t } = useTranslation();
  const howMany = useHowMany(filter);
  const [density, toggleDensity] = useDensity();
  const [isSaving, saving] = useDisclosure();
  const [isExporting, exporting] = useDisclosure();
  return (
    <div className={styles.tools}>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-pressed={selection.isActive}
        aria-keyshortcuts="x"
        onClick={selection.isActive ? selection.clear : selection.start}
      >
        {t('bulk.select')}
      </Button>
      {howMany !== undefined && <span className={styles.found}>{howMany}</span>}
      <span>
        {isFiltered(filter) && (
          <Tooltip label={t('savedViews.save')}>
            <ActionIcon variant="subtle" aria-label={t('savedViews.save')} onClick={saving.open}>
              <Icon name="star" />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={t('exports.list')}>
          <ActionIcon variant="subtle" aria-label={t('exports.list')} onClick={exporting.open}>
            <Icon name="download" />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('inbox.dense')}>
          <ActionIcon
            variant={density === 'dense' ? 'light' : 'subtle'}
            aria-label={t('inbox.dense')}
            aria-pressed={density === 'dense'}
            onClick={toggleDensity}
          >
            <Icon name="rows" />
          </ActionIcon>
        </Tooltip>
      </span>
      {isExporting && (
        <ExportListDialog
          filter={filter}
          ids={selection.isAll ? [] : [...selection.ids]}
          onClose={exporting.close}
        />
      )}
      {isSaving && <SaveViewDialog filter={filter} onClose={saving.close} />}
    </div>
  );
}
