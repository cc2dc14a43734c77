import type { Place } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { TrialForm } from '../vocabulary/trial-form.js';
import styles from '../vocabulary/vocabulary.module.css';

export interface PlaceDraft {
  /** Of the name that is being changed. */
  readonly id: string | null;
  readonly name: string;
  readonly codes: string[];
}

/** Which places a text names, and which it would name with a draft. */
export function PlaceTrial({ draft }: { draft: PlaceDraft | null }) {
  const { t } = useTranslation();
  const isWhole = draft !== null && draft.name.trim().length > 1;
  return (
    <TrialForm
      help={t('placeNames.trialHelp')}
      run={(text) => callApi('tryPlaceAliases', { body: { text, draft: isWhole ? draft : null } })}
      show={({ now, then }) => (
        <div className={styles.readings}>
          <Found title={t(then ? 'vocabulary.before' : 'vocabulary.now')} places={now} />
          {then && <Found title={t('vocabulary.after')} places={then} />}
        </div>
      )}
    />
  );
}

function Found({ title, places }: { title: string; places: readonly Place[] }) {
  const { t } = useTranslation();
  return (
    <section className={styles.reading} aria-label={title}>
      <h3>{title}</h3>
      {places.length === 0 && <p>{t('placeNames.nothingFound')}</p>}
      {places.map((place, index) => (
        <FoundPlace key={index} place={place} />
      ))}
    </section>
  );
}

function FoundPlace({ place: { kind, text, candidates, candidateCount, basis } }: { place: Place }) {
  const { t } = useTranslation();
  const [first] = candidates;
  if (kind !== 'area') {
    return (
      <p>
        <strong>{text}</strong>: {t(`placeNames.kind.${kind}`)}
      </p>
    );
  }
  return (
    <>
      <p>
        <strong>{text}</strong>:{' '}
        {basis === null ? t('placeNames.ambiguous', { count: candidateCount }) : first?.path}
      </p>
      <p className={styles.soft}>
        {basis === null ? candidates.map(({ path }) => path).join(' · ') : t(`facts.basis.${basis}`)}
      </p>
    </>
  );
}
