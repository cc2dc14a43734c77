import { Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './help-overlay.module.css';

const GROUPS = [
  {
    title: 'inList',
    keys: [
      ['j', 'next'],
      ['k', 'previous'],
      ['Enter', 'open'],
      ['/', 'search'],
      ['?', 'help'],
    ],
  },
  {
    title: 'inReport',
    keys: [
      ['1–5', 'classes'],
      ['r', 'reply'],
      ['n', 'note'],
      ['t', 'template'],
      ['Ctrl+Enter', 'send'],
      ['v', 'verify'],
      ['e', 'finish'],
      ['Esc', 'back'],
    ],
  },
] as const;

export function HelpOverlay({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('help.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <p className={styles.lead}>{t('help.lead')}</p>
      <div className={styles.groups}>
        {GROUPS.map(({ title, keys }) => (
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
