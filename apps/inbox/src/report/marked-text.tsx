import type { Evidence } from '@app/report-model';
import { useTranslation } from 'react-i18next';
import { judgedParts } from './judged-parts.js';
import { useReasonText } from './use-reason-text.js';
import styles from './marked-text.module.css';

/** Longer texts are folded: nobody reads them in the list of messages, and a browser draws them slowly. */
const FOLDED_AT = 1_500;

/** A text with the words that decided its class marked; what each speaks for stands in its title. */
export function MarkedText({ text, evidence }: { text: string; evidence: readonly Evidence[] }) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  const marked = (part: string, found: readonly Evidence[]) =>
    judgedParts(part, found).map((piece, index) =>
      piece.evidence.length === 0 ? (
        piece.text
      ) : (
        <mark
          key={index}
          className={styles.mark}
          data-opposes={piece.evidence.every((one) => one.weight < 0)}
          title={piece.evidence.map(reasonText).join(', ')}
        >
          {piece.text}
        </mark>
      ),
    );
  if (text.length <= FOLDED_AT) return <p className={styles.text}>{marked(text, evidence)}</p>;
  const beginning = text.slice(0, FOLDED_AT).toWellFormed();
  return (
    <>
      <p className={styles.text}>{marked(beginning, evidence)}…</p>
      <details className={styles.more}>
        <summary>{t('conversation.longText', { count: text.length })}</summary>
        <p className={styles.text}>{marked(text, evidence)}</p>
      </details>
    </>
  );
}
