import { Kbd, Modal, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './help-overlay.module.css';
import { KEY_GROUPS } from './key-groups.js';
import { useSingleKeys } from './use-single-keys.js';

export function HelpOverlay({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [areOn, switchKeys] = useSingleKeys();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('help.title')} size="lg">
      <p className={styles.lead}>{t('help.lead')}</p>
      <Switch
        label={t('help.singleKeys')}
        description={t('help.singleKeysHelp')}
        checked={areOn}
        onChange={(event) => switchKeys(event.currentTarget.checked)}
      />
      <div className={styles.groups}>
        {KEY_GROUPS.map(({ title, keys }) => (
          <section key={title}>
            <h3 className="quiet-heading">{t(`help.${title}`)}</h3>
            <dl className={styles.keys}>
              {keys.map(([key, what]) => (
                <div key={key} className={styles.pair}>
                  <dt>
                    <Kbd>{key}</Kbd>
                  </dt>
                  <dd>{t(`help.${what}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
