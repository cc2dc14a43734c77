import type { Message } from '@app/api-contract';
import type { Evidence } from '@app/report-model';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import { isKeyOf } from '../locales/is-key-of.js';
import id from '../locales/id.json';
import { Time } from '../locales/time.js';
import { useInstants } from '../locales/use-instants.js';
import { Attachments } from './attachments.js';
import styles from './conversation.module.css';
import { MarkedText } from './marked-text.js';
import { Place, Reactions } from './message-extras.js';
import type { ReportChange } from './use-report-change.js';

interface Props {
  message: Message;
  channelName: string;
  evidence: readonly Evidence[];
  change: ReportChange;
}

/** One message: what was written, and everything that happened to it since. */
export function MessageItem({ message, channelName, evidence, change }: Props) {
  const { t } = useTranslation();
  const { direction, authorName, authorHandle, sentAt, permalink, deletedAt } = message;
  const unnamed = direction === 'inbound' ? t('conversation.citizen') : t('conversation.officeAccount');
  return (
    <li className={styles.item} data-direction={direction}>
      <div className={styles.head}>
        <strong>{authorName || unnamed}</strong>
        {authorHandle && <span>@{authorHandle}</span>}
        <Time at={sentAt} style="short" />
        {permalink && (
          <a className={styles.link} href={permalink} target="_blank" rel="noopener noreferrer">
            {t('conversation.openOriginal', { channel: channelName })}
            <Icon name="external" size={12} />
          </a>
        )}
      </div>
      {deletedAt === null ? (
        <Content message={message} evidence={evidence} change={change} />
      ) : (
        <Deleted message={message} channelName={channelName} change={change} at={deletedAt} />
      )}
      <Reactions of={message.reactions} />
      {message.notes
        .filter((note) => isKeyOf(id.messageNote, note))
        .map((note) => (
          <p key={note} className={styles.note}>
            {isKeyOf(id.messageNote, note) && t(`messageNote.${note}`)}
          </p>
        ))}
    </li>
  );
}

function Content({ message, evidence, change }: Omit<Props, 'channelName'>) {
  const { t } = useTranslation();
  const instants = useInstants();
  const { text, attachments, location, editedAt, revisions } = message;
  const isBare = text === '' && attachments.length === 0 && location === null;
  return (
    <>
      {text !== '' && <MarkedText text={text} evidence={evidence} />}
      {isBare && <p className={styles.note}>{t('conversation.noText')}</p>}
      <Attachments of={attachments} change={change} />
      {location && <Place {...location} />}
      {editedAt !== null && (
        <p className={styles.note}>{t('conversation.edited', { at: instants.short(editedAt) })}</p>
      )}
      {revisions.length > 0 && (
        <details className={styles.history}>
          <summary>{t('conversation.history')}</summary>
          {revisions.map((revision, index) => (
            <div key={index}>
              <p className={styles.note}>
                {t('conversation.until', { at: instants.short(revision.replacedAt) })}
              </p>
              <MarkedText text={revision.text} evidence={[]} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

function Deleted({ message, channelName, change, at }: Omit<Props, 'evidence'> & { at: string }) {
  const { t } = useTranslation();
  const instants = useInstants();
  return (
    <>
      <p className={styles.note}>
        {t('conversation.deleted', { channel: channelName, at: instants.short(at) })}
      </p>
      {!message.notes.includes('erased') && (
        <details className={styles.history}>
          <summary>{t('conversation.showDeleted')}</summary>
          <Content message={message} evidence={[]} change={change} />
        </details>
      )}
    </>
  );
}
