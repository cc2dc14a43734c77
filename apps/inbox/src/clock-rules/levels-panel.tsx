import { MATTERS, STAGES } from '@app/report-model';
import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../layout/panels.module.css';
import { Section, WideTable } from '../layout/section.js';
import { useLanguage } from '../locales/use-language.js';
import { LevelDialog } from './level-dialog.js';
import { levelsFrom, withLevel, type Level } from './rules-draft.js';
import { useDays } from './use-days.js';

interface Props {
  levels: readonly Level[];
  onChange: (levels: Level[]) => void;
}

/** For each matter and stage: the working days in force, and those that are to come. */
export function LevelsPanel({ levels, onChange }: Props) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const { today, long } = useDays();
  const [changing, setChanging] = useState<Level | null>(null);
  const rows = MATTERS.flatMap((matter) =>
    STAGES.flatMap((stage) => levelsFrom(levels, { matter, stage }, today)),
  );
  return (
    <Section title={t('clockRules.levels')}>
      <WideTable label={t('clockRules.levels')}>
        <Table aria-label={t('clockRules.levels')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('clockRules.matter')}</Table.Th>
              <Table.Th>{t('clockRules.stage')}</Table.Th>
              <Table.Th>{t('clockRules.workingDays')}</Table.Th>
              <Table.Th>{t('clockRules.basis')}</Table.Th>
              <Table.Th>{t('clockRules.change')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((level) => {
              const { matter, stage, workingDays, legalBasis, validFrom } = level;
              const names = { matter: t(`clockRules.matters.${matter}`), stage: t(`clock.stage.${stage}`) };
              return (
                <Table.Tr key={`${matter} ${stage} ${validFrom}`}>
                  <Table.Th scope="row">{names.matter}</Table.Th>
                  <Table.Td>{names.stage}</Table.Td>
                  <Table.Td>{workingDays}</Table.Td>
                  <Table.Td>
                    {legalBasis[language]}
                    <p className={styles.quiet}>
                      {t('clockRules.validFrom')} {long(validFrom)}
                      {validFrom > today && ` · ${t('clockRules.upcoming')}`}
                    </p>
                  </Table.Td>
                  <Table.Td>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('clockRules.changeWhat', names)}
                      onClick={() => setChanging(level)}
                    >
                      {t('clockRules.change')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </WideTable>
      {changing && (
        <LevelDialog
          level={changing}
          today={today}
          onClose={() => setChanging(null)}
          onChange={(level) => {
            onChange(withLevel(levels, level));
            setChanging(null);
          }}
        />
      )}
    </Section>
  );
}
