import type { Contact } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { Time } from '../locales/time.js';
import { useSession } from '../session/use-session.js';
import styles from './contacts.module.css';
import { EraseDialog } from './erase-dialog.js';
import { MergeDialog } from './merge-dialog.js';
import { useAccountText } from './use-account-text.js';
import { useContact, useContactChange } from './use-contact.js';

/** The accounts that belong to one person, what was joined, and how to join or separate. */
export function ContactAccounts({ contactId, isErased }: { contactId: string; isErased: boolean }) {
  const { t } = useTranslation();
  const { data: contact } = useContact(contactId);
  const { user } = useSession();
  const accountText = useAccountText();
  const [isMerging, merging] = useDisclosure();
  const [isErasing, erasing] = useDisclosure();
  if (!contact || isErased) return null;
  return (
    <>
      {contact.identities.length > 1 && (
        <ul className={styles.accounts} aria-label={t('contact.accounts')}>
          {contact.identities.map((identity) => (
            <li key={identity.id}>{accountText(identity)}</li>
          ))}
        </ul>
      )}
      {contact.merges.map((merge) => (
        <Joined key={merge.id} contactId={contactId} merge={merge} />
      ))}
      <div className={styles.buttons}>
        <Button size="compact-sm" variant="default" onClick={merging.open}>
          {t('contact.merge')}
        </Button>
        {user.role === 'admin' && (
          <Button size="compact-sm" variant="default" onClick={erasing.open}>
            {t('contact.erase')}
          </Button>
        )}
      </div>
      {isErasing && <EraseDialog contact={contact} onClose={erasing.close} />}
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
