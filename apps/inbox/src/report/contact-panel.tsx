import type { ReportDetail } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { ContactAccounts } from '../contacts/contact-accounts.js';
import { ClassMark } from '../reports/marks.js';
import { useSession } from '../session/use-session.js';
import { useChannels } from '../reports/use-channels.js';
import styles from './details.module.css';
import { Fact } from './fact.js';
import type { Reveal } from './use-reveal.js';

interface Props {
  report: ReportDetail;
  reveal: Reveal;
}

/** Who wrote, from where, how to reach them, and what else. */
export function ContactPanel({ report: { contact, conversation, channel, connectionName }, reveal }: Props) {
  const { t } = useTranslation();
  const { nameOf } = useChannels();
  const { search } = useLocation();
  const { user } = useSession();
  return (
    <>
      <p className={styles.name}>
        {contact.displayName || t(contact.isErased ? 'contact.erased' : 'inbox.anonymous')}
      </p>
      {contact.isAnonymous && <p className={styles.soft}>{t('contact.anonymous')}</p>}
      <dl className={styles.facts}>
        {contact.handle && <Fact name={t('contact.handle')}>@{contact.handle}</Fact>}
        {contact.phone && (
          <Fact name={t('contact.phone')}>
            {reveal.isRevealed ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : contact.phone}
          </Fact>
        )}
        {contact.email && <Fact name={t('contact.email')}>{contact.email}</Fact>}
        <Fact name={t('contact.via')}>
          {[
            nameOf(channel),
            connectionName === nameOf(channel) ? null : connectionName,
            t(`conversationKind.${conversation.kind}`),
            conversation.title,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Fact>
      </dl>
      {(contact.phone || contact.email) && <RevealAddresses reveal={reveal} />}
      {user.role !== 'agency-member' && (
        <ContactAccounts contactId={contact.id} isErased={contact.isErased} />
      )}
      {contact.otherReports.length > 0 && (
        <>
          <p className={styles.soft}>{t('contact.otherReports')}</p>
          <ul className={styles.others}>
            {contact.otherReports.map((other) => (
              <li key={other.id}>
                <Link to={{ pathname: `/laporan/${other.id}`, search }}>{other.ticketCode}</Link>
                <ClassMark of={other.class} />
                <span className={styles.soft}>{t(`status.${other.status}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Whoever looks is noted, as with the words of the report. */
function RevealAddresses({ reveal: { isRevealed, isAsking, reveal, mask } }: Pick<Props, 'reveal'>) {
  const { t } = useTranslation();
  return (
    <div className={styles.buttons}>
      <Button size="compact-sm" variant="default" loading={isAsking} onClick={isRevealed ? mask : reveal}>
        {t(isRevealed ? 'facts.maskAgain' : 'contact.reveal')}
      </Button>
      <span className={styles.soft}>{t(isRevealed ? 'facts.revealed' : 'contact.revealHelp')}</span>
    </div>
  );
}
