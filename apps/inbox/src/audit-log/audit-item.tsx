import type { AuditEntry } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '../layout/panels.module.css';
import { Time } from '../locales/time.js';
import auditStyles from './audit-log.module.css';
import { useAuditWords } from './use-audit-words.js';

/** Ids of things that there is only one of: the kind says it all. */
const ONLY_ONES = ['all', 'first-admin'];

/** One line: what, to which thing, by whom, when; and what was noted with it. */
export function AuditItem({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const { actionText } = useAuditWords();
  const { at, actor, action, data } = entry;
  const hasData = Object.keys(data).length > 0;
  const nameOf = {
    user: actor.name ?? t('audit.unknownPerson'),
    token: t('audit.program', { name: actor.name ?? '' }),
    system: t('audit.system'),
  };
  return (
    <li className={styles.item}>
      <p className={styles.excerpt}>
        <strong>{actionText(action)}</strong> · <Subject entry={entry} />
      </p>
      <p className={styles.quiet}>
        {nameOf[actor.kind]}, <Time at={at} style="short" />
      </p>
      {hasData && (
        <details>
          <summary className={styles.quiet}>{t('audit.details')}</summary>
          <pre className={auditStyles.data}>{JSON.stringify(data, null, 2)}</pre>
        </details>
      )}
    </li>
  );
}

function Subject({ entry: { subject, subjectName } }: { entry: AuditEntry }) {
  const { subjectText } = useAuditWords();
  const [kind = '', id = ''] = subject.split(':');
  const name = subjectName ?? (ONLY_ONES.includes(id) ? '' : id);
  if (kind === 'report' && subjectName !== null) return <Link to={`/laporan/${id}`}>{subjectName}</Link>;
  return (
    <>
      {subjectText(kind)} {name}
    </>
  );
}
