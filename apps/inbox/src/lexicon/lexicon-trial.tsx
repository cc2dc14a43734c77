import type { LexiconTrial as Trial } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useLanguage } from '../locales/use-language.js';
import { useNumbers } from '../locales/use-numbers.js';
import { TrialForm } from '../vocabulary/trial-form.js';
import styles from '../vocabulary/vocabulary.module.css';

export interface LexiconDraft {
  /** Of the entry that is being changed. */
  readonly id: string | null;
  readonly spelling: string;
  readonly words: string;
}

/** How a text is read, and how it would be with a draft. */
export function LexiconTrial({ draft }: { draft: LexiconDraft | null }) {
  const { t } = useTranslation();
  const isWhole = draft !== null && draft.spelling.trim() !== '' && draft.words.trim() !== '';
  return (
    <TrialForm
      help={t('lexicon.trialHelp')}
      run={(text) => callApi('tryLexicon', { body: { text, draft: isWhole ? draft : null } })}
      show={({ now, then }) => (
        <div className={styles.readings}>
          <Reading title={t(then ? 'vocabulary.before' : 'vocabulary.now')} reading={now} />
          {then && <Reading title={t('vocabulary.after')} reading={then} other={now} />}
        </div>
      )}
    />
  );
}

interface Props {
  title: string;
  reading: Trial['now'];
  /** What differs from it is marked. */
  other?: Trial['now'];
}

function Reading({ title, reading, other }: Props) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const { percent } = useNumbers();
  const words = reading.words.filter((word) => !word.startsWith('_'));
  return (
    <section className={styles.reading} aria-label={title}>
      <h3>{title}</h3>
      <p>
        {words.map((word, index) => (
          <span key={index}>{other && !other.words.includes(word) ? <mark>{word}</mark> : word} </span>
        ))}
      </p>
      <p>
        <strong>{t(`class.${reading.class}`)}</strong> {percent(reading.confidence)}
      </p>
      <p>{t('lexicon.topic', { name: reading.topic[language] })}</p>
    </section>
  );
}
