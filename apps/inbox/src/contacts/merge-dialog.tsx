import type { Contact, ContactSummary } from '@app/api-contract';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { OpenDialog } from '../layout/open-dialog.js';
import styles from './contacts.module.css';
import { FoundContact } from './found-contact.js';
import { useContactChange, useContactSearch } from './use-contact.js';

const PAUSE_MS = 300;
const LONGEST_REASON = 500;

interface Props {
  contact: Contact;
  onClose: () => void;
}

/** Looks for the same person under another account, and joins the two. Can be undone. */
export function MergeDialog({ contact, onClose }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<ContactSummary | null>(null);
  const [asked] = useDebouncedValue(words.trim(), PAUSE_MS);
  const { data: found } = useContactSearch(asked, contact.id);
  const merge = useContactChange(
    () =>
      callApi('mergeContact', {
        params: { id: contact.id },
        body: { mergedId: chosen?.id ?? '', ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
      }),
    contact.id,
    t('contact.merged'),
  );
  return (
    <OpenDialog onClose={onClose} title={t('contact.mergeTitle', { name: contact.displayName })}>
      <Stack>
        <TextInput
          data-autofocus
          label={t('contact.search')}
          description={t('contact.searchHelp')}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setChosen(null);
          }}
        />
        {found?.length === 0 && <p className={styles.soft}>{t('contact.notFound')}</p>}
        <ul className={styles.found} aria-label={t('contact.found')}>
          {found?.map((other) => (
            <FoundContact
              key={other.id}
              contact={other}
              isChosen={chosen?.id === other.id}
              onChoose={() => setChosen(other)}
            />
          ))}
        </ul>
        <Textarea
          label={t('contact.reason')}
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <p className={styles.soft}>{t('contact.mergeHelp')}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button
            disabled={chosen === null}
            loading={merge.isPending}
            onClick={() => merge.mutate(undefined, { onSuccess: onClose })}
          >
            {t('contact.merge')}
          </Button>
        </Group>
      </Stack>
    </OpenDialog>
  );
}
