import type { SessionState } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { Time } from '../locales/time.js';
import styles from './session-panel.module.css';
import { QrCode } from './qr-code.js';

const CODE_HALF = 4;

/** A connection that stays open: how it is, and what an admin needs to link its account. */
export function SessionPanel({ session }: { session: SessionState }) {
  const { t } = useTranslation();
  const { status, qr, code, expiresAt, reason } = session;
  if (status !== 'pairing') {
    // The reason is the health's too.
    return status === 'open' ? null : (
      <p role="status">{t(`connections.session.${status}`, { reason: reason ?? '' })}</p>
    );
  }
  const isShown = qr !== null || code !== null;
  return (
    <section className={styles.panel} aria-label={t('connections.session.pairing')}>
      <h3>{t('connections.session.pairing')}</h3>
      {!isShown && <p>{t('connections.session.adminsOnly')}</p>}
      {qr !== null && (
        <>
          <p>{t('connections.session.scan')}</p>
          <QrCode text={qr} label={t('connections.session.qrLabel')} />
        </>
      )}
      {code !== null && (
        <>
          <p>{t('connections.session.type')}</p>
          <strong className={styles.code}>{inHalves(code)}</strong>
        </>
      )}
      {isShown && expiresAt !== null && (
        <p>
          {t('connections.session.renewed')} <Time at={expiresAt} />
        </p>
      )}
    </section>
  );
}

/** Easier to type: ABCD-1234. */
function inHalves(code: string): string {
  return code.length === 2 * CODE_HALF ? `${code.slice(0, CODE_HALF)}-${code.slice(CODE_HALF)}` : code;
}
