import type { Facts } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../locales/use-language.js';
import { isTold } from './is-told.js';
import styles from './facts.module.css';

/** Topic, agency and place at a glance, above the conversation. */
export function FactsLine({ facts: { topic, agency, area } }: { facts: Facts }) {
  const hasTopic = isTold(topic);
  const { t } = useTranslation();
  const [language] = useLanguage();
  return (
    <p className={styles.line}>
      {hasTopic ? topic.name[language] : t('facts.unknownTopic')}
      {hasTopic && ' · '}
      {hasTopic &&
        (agency.isOurs ? agency.shortName : <strong>{`${t('facts.notOurs')}: ${agency.shortName}`}</strong>)}
      {area && ` · ${area.name}`}
    </p>
  );
}
