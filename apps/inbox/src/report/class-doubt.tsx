import type { ReportDetail } from '@app/api-contract';
import { REPORT_CLASSES, type ReportClass } from '@app/report-model';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../locales/use-numbers.js';
import { UnsureMark } from '../reports/marks.js';
import styles from './class-bar.module.css';
import { weightyEvidence } from './judged-parts.js';

const WORDS_SHOWN = 4;

/** What else the report may be and which words say so; asks for a decision where the classifier is too unsure. */
export function ClassDoubt({ report }: { report: ReportDetail }) {
  const { t } = useTranslation();
  const { percent } = useNumbers();
  const { classification, isUnsure } = report;
  if (!classification) return null;
  const second = isUnsure ? runnerUp(classification) : classification.secondary;
  if (second === null) return null;
  if (isUnsure && classification.text === '') {
    return (
      <p className={styles.doubt}>
        <UnsureMark /> {t('classification.nothingWritten')}
      </p>
    );
  }
  const words = weightyEvidence(classification.evidence)
    .filter(({ weight, supports }) => weight < 0 && supports === classification.label)
    .slice(0, WORDS_SHOWN);
  return (
    <p className={styles.doubt}>
      {isUnsure && (
        <>
          <UnsureMark /> {t('classification.unsure', { class: t(`classShort.${report.class}`) })}{' '}
        </>
      )}
      {t('classification.second', {
        class: t(`class.${second}`),
        confidence: percent(classification.scores[second]),
      })}
      {words.length > 0 && ` · ${t('classification.secondWords')}: `}
      {words.map(({ text }, index) => (
        <span key={index} className={styles.word}>
          {text}
        </span>
      ))}
    </p>
  );
}

function runnerUp({ label, scores }: NonNullable<ReportDetail['classification']>): ReportClass {
  return REPORT_CLASSES.filter((one) => one !== label).reduce((best, one) =>
    scores[one] > scores[best] ? one : best,
  );
}
