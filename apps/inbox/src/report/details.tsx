import type { ReportDetail } from '@app/api-contract';
import type { ReportFlag } from '@app/report-model';
import { Switch } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmedExamples, IncidentPanel } from '../incidents/incident-panel.js';
import { useNumbers } from '../locales/use-numbers.js';
import { ReportMap } from '../map/report-map.js';
import { pointsOf } from '../map/report-points.js';
import { FLAGS_BY_WEIGHT } from '../reports/class-looks.js';
import { ClocksPanel } from './clocks-panel.js';
import { ContactPanel } from './contact-panel.js';
import styles from './details.module.css';
import { FactsPanel } from './facts-panel.js';
import { HandlingPanel } from './handling-panel.js';
import { MarkedText } from './marked-text.js';
import { RatingPanel } from './rating-panel.js';
import { TagList } from './tag-list.js';
import { Timeline } from './timeline.js';
import { LegalHoldPanel } from './legal-hold-panel.js';
import type { ReportChange } from './use-report-change.js';
import type { Reveal } from './use-reveal.js';

interface Props {
  report: ReportDetail;
  change: ReportChange;
  reveal: Reveal;
  onFlag: (flag: ReportFlag, isSet: boolean) => void;
  /** Brings the details onto the screen. */
  onShow: () => void;
}

/** Everything beside the conversation: handling, flags, who wrote, how it was judged, what happened. */
export function Details({ report, change, reveal, onFlag, onShow }: Props) {
  const { t } = useTranslation();
  const points = useMemo(() => pointsOf(report), [report]);
  return (
    <>
      <Part title={t('report.handling')}>
        <HandlingPanel report={report} change={change} />
      </Part>
      {report.rating && (
        <Part title={t('rating.title')}>
          <RatingPanel rating={report.rating} />
        </Part>
      )}
      <Part title={t('tags.label')}>
        <TagList report={report} change={change} onShow={onShow} />
      </Part>
      {report.facts && (
        <Part title={t('facts.title')}>
          <FactsPanel report={report} facts={report.facts} change={change} />
        </Part>
      )}
      {points.length > 0 && (
        <Part title={t('map.title')}>
          <ReportMap report={report} points={points} />
        </Part>
      )}
      <Part title={t('clock.title')}>
        <ClocksPanel clocks={report.clocks} />
      </Part>
      <Part title={t('classification.flags')}>
        {FLAGS_BY_WEIGHT.map((flag) => (
          <Switch
            key={flag}
            className={styles.flag}
            label={t(`flag.${flag}`)}
            description={t(`flagHelp.${flag}`)}
            checked={report.flags[flag]}
            onChange={(event) => onFlag(flag, event.currentTarget.checked)}
          />
        ))}
      </Part>
      <Part title={t('incident.title')}>
        <IncidentPanel report={report} />
      </Part>
      <Part title={t('contact.title')}>
        <ContactPanel report={report} reveal={reveal} />
      </Part>
      <Part title={t('legalHold.title')}>
        <LegalHoldPanel report={report} change={change} />
      </Part>
      <Part title={t('classification.title')}>
        <Judgement report={report} />
        <ConfirmedExamples reportId={report.id} />
      </Part>
      <Part title={t('timeline.title')}>
        <Timeline entries={report.timeline} />
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className="quiet-heading">{title}</h3>
      {children}
    </section>
  );
}

function Judgement({ report: { classification, classSource, facts } }: Pick<Props, 'report'>) {
  const { t } = useTranslation();
  const { percent } = useNumbers();
  if (classification === null) return <p className={styles.soft}>{t('classification.none')}</p>;
  const { label, confidence, evidence, text, modelVersion } = classification;
  return (
    <>
      {classSource === 'person' && <p className={styles.soft}>{t('classification.decidedByPerson')}</p>}
      <p className={styles.plain}>
        {t('classification.modelThought', { class: t(`class.${label}`), confidence: percent(confidence) })}
      </p>
      {evidence.length === 0 && <p className={styles.soft}>{t('classification.noWords')}</p>}
      <details className={styles.judged}>
        <summary>{t('classification.judgedText')}</summary>
        <MarkedText text={text} evidence={evidence} />
      </details>
      <p className={styles.soft}>{t('classification.model', { version: modelVersion })}</p>
      {facts?.vocabulary && <p className={styles.soft}>{t('classification.readWith', facts.vocabulary)}</p>}
    </>
  );
}
