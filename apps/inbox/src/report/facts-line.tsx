import type { Facts } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../locales/use-language.js';
import styles from './facts.module.css';

/** Topic, agency and place at a glance, above the conversation. */
export function FactsLine({ facts: { topic, agency, area } }: { facts: Facts }) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  return (
    <p className={styles.line}>
      {topic.name[language]} ·{' '}
      {agency.isOurs ? agency.shortName : <strong>{`${t('facts.notOurs')}: ${agency.shortName}`}</strong>}
      {area && ` · ${area.name}`}
    </p>
  );
}
