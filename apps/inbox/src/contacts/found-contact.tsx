import type { ContactSummary } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Time } from '../locales/time.js';
import styles from './contacts.module.css';
import { useAccountText } from './use-account-text.js';

interface Props {
  contact: ContactSummary;
  isChosen: boolean;
  onChoose: () => void;
}

/** A person to choose; what they wrote last tells people of one name apart. */
export function FoundContact({ contact, isChosen, onChoose }: Props) {
  const { t } = useTranslation();
  const accountText = useAccountText();
  const { displayName, identities, latestReport } = contact;
  return (
    <li>
      <Button
        variant={isChosen ? 'filled' : 'default'}
        fullWidth
        justify="flex-start"
        h="auto"
        py="xs"
        aria-pressed={isChosen}
        onClick={onChoose}
      >
        <span className={styles.choice}>
          {displayName}
          {identities.map((identity) => (
            <small key={identity.id}>{accountText(identity)}</small>
          ))}
          {latestReport && (
            <small>
              {t('contact.wroteLast')}: {latestReport.ticketCode} ·{' '}
              <Time at={latestReport.lastMessageAt} style="short" />
              {latestReport.excerpt !== '' && ` · “${latestReport.excerpt}”`}
            </small>
          )}
        </span>
      </Button>
    </li>
  );
}
