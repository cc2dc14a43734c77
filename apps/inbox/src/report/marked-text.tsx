import type { Evidence } from '@app/report-model';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { judgedParts } from './judged-parts.js';
import { searchedParts } from './searched-words.js';
import { useReasonText } from './use-reason-text.js';
import styles from './marked-text.module.css';

/** Longer texts are folded: nobody reads them in the list of messages, and a browser draws them slowly. */
const FOLDED_AT = 1_500;

/** A text with the words that decided its class marked, and those that the list was searched for. */
export function MarkedText({ text, evidence }: { text: string; evidence: readonly Evidence[] }) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  const [search] = useSearchParams();
  const wordsOf = (part: string, key: number) => (
    <FoundWords key={key} text={part} search={search.get('q') ?? ''} />
  );
  const marked = (part: string, found: readonly Evidence[]) =>
    judgedParts(part, found).map((piece, index) =>
      piece.evidence.length === 0 ? (
        wordsOf(piece.text, index)
      ) : (
        <mark
          key={index}
          className={styles.mark}
          data-opposes={piece.evidence.every((one) => one.weight < 0)}
          title={piece.evidence.map(reasonText).join(', ')}
        >
          {wordsOf(piece.text, index)}
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

function FoundWords({ text, search }: { text: string; search: string }) {
  if (search === '') return text;
  return searchedParts(text, search).map((part, index) =>
    part.isFound ? (
      <mark key={index} className={styles.found}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
