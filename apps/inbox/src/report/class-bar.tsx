import type { ReportDetail } from '@app/api-contract';
import { REPORT_CLASSES, REPORT_FLAGS, type ReportClass } from '@app/report-model';
import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../keyboard/use-keys.js';
import { Icon } from '../layout/icon.js';
import { useNumbers } from '../locales/use-numbers.js';
import { CLASS_LOOKS } from '../reports/class-looks.js';
import styles from './class-bar.module.css';
import { ClassDoubt } from './class-doubt.js';
import { decidingWords } from './judged-parts.js';
import { useReasonText } from './use-reason-text.js';

const WORDS_SHOWN = 6;

interface Props {
  report: ReportDetail;
  onCorrect: (to: ReportClass) => void;
}

/** The class, why, and one press (or the keys 1 to 5) to put it right. */
export function ClassBar({ report, onCorrect }: Props) {
  const { t } = useTranslation();
  const { percent } = useNumbers();
  const { classification } = report;
  const isByPerson = report.classSource === 'person';
  useKeys(
    useMemo(
      () => Object.fromEntries(REPORT_CLASSES.map((one, index) => [String(index + 1), () => onCorrect(one)])),
      [onCorrect],
    ),
  );
  return (
    <section className={styles.root} aria-label={t('classification.title')}>
      <div className={styles.choices} role="group" aria-label={t('classification.choose')}>
        {REPORT_CLASSES.map((one, index) => {
          const isChosen = one === report.class;
          return (
            <UnstyledButton
              key={one}
              className={styles.choice}
              data-tone={CLASS_LOOKS[one].tone}
              aria-pressed={isChosen}
              aria-label={
                isChosen ? t(`class.${one}`) : t('classification.correctTo', { class: t(`class.${one}`) })
              }
              aria-keyshortcuts={String(index + 1)}
              onClick={() => (!isChosen || !isByPerson) && onCorrect(one)}
            >
              <Icon name={CLASS_LOOKS[one].icon} size={15} />
              <span>{t(`classShort.${one}`)}</span>
              <kbd className={styles.key} data-key={index + 1} aria-hidden="true" />
            </UnstyledButton>
          );
        })}
      </div>
      <p className={styles.why}>
        {isByPerson
          ? t('classification.decidedByPerson')
          : t('classification.decidedByModel', { confidence: percent(report.confidence) })}
        {classification && (
          <>
            {isByPerson &&
              ` · ${t('classification.modelThought', {
                class: t(`class.${classification.label}`),
                confidence: percent(classification.confidence),
              })}`}
            <Words of={classification} />
          </>
        )}
      </p>
      <ClassDoubt report={report} />
    </section>
  );
}

function Words({ of: { evidence, label, flags } }: { of: NonNullable<ReportDetail['classification']> }) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  const decided = [label, ...REPORT_FLAGS.filter((flag) => flags[flag])];
  const words = decidingWords(evidence, decided, WORDS_SHOWN);
  if (words.length === 0) return null;
  return (
    <>
      {` · ${t('classification.words')}: `}
      {words.map((word, index) => (
        <span key={index} className={styles.word} title={reasonText(word)}>
          {word.text}
        </span>
      ))}
    </>
  );
}
