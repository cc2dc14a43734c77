import type { Note } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import { Time } from '../locales/time.js';
import styles from './conversation.module.css';
import { MarkedText } from './marked-text.js';

/** What a colleague wrote; the citizen never sees it. */
export function NoteItem({ note }: { note: Note }) {
  const { t } = useTranslation();
  return (
    <li className={styles.item} data-direction="internal">
      <div className={styles.head}>
        <Icon name="lock" size={12} />
        <strong>{note.author.name}</strong>
        <Time at={note.createdAt} style="short" />
        <span>{t('note.internal')}</span>
      </div>
      <MarkedText text={note.text} evidence={[]} />
      {note.mentions.length > 0 && (
        <p className={styles.note}>
          {t('note.told', { names: note.mentions.map(({ name }) => name).join(', ') })}
        </p>
      )}
    </li>
  );
}
