import type { Contact } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { Time } from '../locales/time.js';
import { describeAccount } from './describe-account.js';
import styles from './contacts.module.css';
import { MergeDialog } from './merge-dialog.js';
import { useContact, useContactChange } from './use-contact.js';

/** The accounts that belong to one person, what was joined, and how to join or separate. */
export function ContactAccounts({ contactId }: { contactId: string }) {
  const { t } = useTranslation();
  const { data: contact } = useContact(contactId);
  const [isMerging, merging] = useDisclosure();
  if (!contact) return null;
  return (
    <>
      {contact.identities.length > 1 && (
        <ul className={styles.accounts} aria-label={t('contact.accounts')}>
          {contact.identities.map((identity) => (
            <li key={identity.id}>{describeAccount(identity)}</li>
          ))}
        </ul>
      )}
      {contact.merges.map((merge) => (
        <Joined key={merge.id} contactId={contactId} merge={merge} />
      ))}
      <div>
        <Button size="compact-sm" variant="default" onClick={merging.open}>
          {t('contact.merge')}
        </Button>
      </div>
      {isMerging && <MergeDialog contact={contact} onClose={merging.close} />}
    </>
  );
}

function Joined({ contactId, merge }: { contactId: string; merge: Contact['merges'][number] }) {
  const { t } = useTranslation();
  const separate = useContactChange(
    () => callApi('undoMerge', { params: { id: merge.id } }),
    contactId,
    t('contact.separated', { name: merge.mergedName }),
  );
  return (
    <p className={styles.joined}>
      <span>
        {t('contact.joined', { name: merge.mergedName })} ({merge.mergedBy ?? t('timeline.actor.token')},{' '}
        <Time at={merge.mergedAt} style="short" />)
      </span>
      <Button
        size="compact-sm"
        variant="subtle"
        loading={separate.isPending}
        aria-label={t('contact.separateWhat', { name: merge.mergedName })}
        onClick={() => separate.mutate()}
      >
        {t('contact.separate')}
      </Button>
    </p>
  );
}
