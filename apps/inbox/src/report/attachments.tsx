import type { Message } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import { useNumbers } from '../locales/use-numbers.js';
import styles from './attachments.module.css';

/** What came with a message. A link opens apart; one without an address says that it is not here yet. */
export function Attachments({ of }: { of: Message['attachments'] }) {
  const { t } = useTranslation();
  const { bytes } = useNumbers();
  if (of.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('conversation.attachments')}>
      {of.map(({ id, kind, fileName, description, sizeBytes, url }) => {
        const name = fileName ?? description ?? t(`attachment.${kind}`);
        return (
          <li key={id} className={styles.item}>
            <Icon name={kind === 'document' ? 'file' : 'clip'} />
            <span className={styles.name}>
              {url === null ? (
                name
              ) : (
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {name}
                </a>
              )}
            </span>
            <span className={styles.about}>
              {[
                name === t(`attachment.${kind}`) ? null : t(`attachment.${kind}`),
                sizeBytes === null ? null : bytes(sizeBytes),
                url === null && kind !== 'contact' ? t('conversation.readError') : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
