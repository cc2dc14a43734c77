import { Button, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenDialog } from '../layout/open-dialog.js';
import type { Level } from './rules-draft.js';

interface Props {
  level: Level;
  today: string;
  onClose: () => void;
  onChange: (level: Level) => void;
}

/** Another number of days from a day on, with what it is founded on. What was in force before stays known. */
export function LevelDialog({ level, today, onClose, onChange }: Props) {
  const { t } = useTranslation();
  const [workingDays, setWorkingDays] = useState<number | string>(level.workingDays);
  const [basis, setBasis] = useState(level.legalBasis);
  const [validFrom, setValidFrom] = useState(level.validFrom > today ? level.validFrom : today);
  const names = { matter: t(`clockRules.matters.${level.matter}`), stage: t(`clock.stage.${level.stage}`) };
  return (
    <OpenDialog onClose={onClose} title={t('clockRules.changeWhat', names)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const legalBasis = { id: basis.id.trim(), en: basis.en.trim() };
          onChange({ ...level, workingDays: Number(workingDays), legalBasis, validFrom });
        }}
      >
        <Stack>
          <NumberInput
            data-autofocus
            required
            label={t('clockRules.workingDays')}
            min={0}
            max={365}
            allowDecimal={false}
            value={workingDays}
            onChange={setWorkingDays}
          />
          <TextInput
            type="date"
            required
            label={t('clockRules.validFrom')}
            description={t('clockRules.validFromHelp')}
            value={validFrom}
            onChange={(event) => setValidFrom(event.currentTarget.value)}
          />
          {(['id', 'en'] as const).map((language) => (
            <Textarea
              key={language}
              required
              autosize
              label={t(language === 'id' ? 'clockRules.basisId' : 'clockRules.basisEn')}
              maxLength={500}
              value={basis[language]}
              onChange={(event) => setBasis({ ...basis, [language]: event.currentTarget.value })}
            />
          ))}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('app.cancel')}
            </Button>
            <Button type="submit">{t('clockRules.change')}</Button>
          </Group>
        </Stack>
      </form>
    </OpenDialog>
  );
}
