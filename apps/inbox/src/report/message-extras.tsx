import type { Message } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import styles from './conversation.module.css';

export function Place({ latitude, longitude, label }: NonNullable<Message['location']>) {
  const { t } = useTranslation();
  const place = `${latitude},${longitude}`;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  return (
    <p className={styles.place}>
      <Icon name="pin" />
      <span>
        {t('conversation.location')}: {label ?? place}
      </span>
      <a href={`geo:${place}`}>{t('conversation.openGeo')}</a>
      <a href={map} target="_blank" rel="noopener noreferrer">
        {t('conversation.openStreetMap')}
      </a>
    </p>
  );
}

export function Reactions({ of }: { of: Message['reactions'] }) {
  const { t } = useTranslation();
  if (of.length === 0) return null;
  return (
    <ul className={styles.reactions} aria-label={t('conversation.reactions')}>
      {of.map(({ emoji, authorName }, index) => (
        <li key={index}>
          {t('conversation.reactionBy', { emoji, name: authorName || t('conversation.citizen') })}
        </li>
      ))}
    </ul>
  );
}
