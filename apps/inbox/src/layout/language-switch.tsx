import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../locales/i18n.js';
import { useLanguage } from '../locales/use-language.js';
import styles from './language-switch.module.css';

export function LanguageSwitch() {
  const { t } = useTranslation();
  const [language, setLanguage] = useLanguage();
  return (
    <div className={styles.root} role="group" aria-label={t('nav.language')}>
      {LANGUAGES.map((code) => (
        <UnstyledButton
          key={code}
          lang={code}
          className={styles.choice}
          aria-pressed={code === language}
          onClick={() => setLanguage(code)}
        >
          {t(`language.${code}`)}
        </UnstyledButton>
      ))}
    </div>
  );
}
