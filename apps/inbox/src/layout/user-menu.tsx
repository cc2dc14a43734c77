import { Menu, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordDialog } from '../session/password-dialog.js';
import { useSession } from '../session/use-session.js';
import { useSignOut } from '../session/use-sign-out.js';
import { LANGUAGES } from '../locales/i18n.js';
import { useLanguage } from '../locales/use-language.js';
import { Icon } from './icon.js';
import styles from './user-menu.module.css';

export function UserMenu({ isCompact }: { isCompact: boolean }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const [language, setLanguage] = useLanguage();
  const signOut = useSignOut();
  const [isChanging, setChanging] = useState(false);
  return (
    <>
      <Menu position="top-start" width={220}>
        <Menu.Target>
          <UnstyledButton
            className={styles.target}
            aria-label={isCompact ? t('nav.account', { name: user.name }) : undefined}
          >
            <Icon name="user" size={20} />
            {!isCompact && (
              <span className={styles.who}>
                <span className={styles.name}>{user.name}</span>
                <span className={styles.role}>{t(`role.${user.role}`)}</span>
              </span>
            )}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{user.email}</Menu.Label>
          {isCompact &&
            LANGUAGES.filter((code) => code !== language).map((code) => (
              <Menu.Item key={code} lang={code} onClick={() => setLanguage(code)}>
                {t(`language.${code}`)}
              </Menu.Item>
            ))}
          <Menu.Item onClick={() => setChanging(true)}>{t('password.title')}</Menu.Item>
          <Menu.Item onClick={() => signOut.mutate()}>{t('nav.signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChanging && <PasswordDialog onClose={() => setChanging(false)} />}
    </>
  );
}
