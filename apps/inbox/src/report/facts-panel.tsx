import type { Facts, ReportDetail } from '@app/api-contract';
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useLanguage } from '../locales/use-language.js';
import { useNumbers } from '../locales/use-numbers.js';
import { useTaxonomy } from '../taxonomy/use-taxonomy.js';
import { AgencySuggestion } from './agency-suggestion.js';
import styles from './details.module.css';
import { Fact } from './fact.js';
import { isTold } from './is-told.js';
import { PlacesPanel } from './places-panel.js';
import type { ReportChange } from './use-report-change.js';
import { useUndo } from './use-undo.js';

interface Props {
  report: ReportDetail;
  facts: Facts;
  change: ReportChange;
}

/** What the report is about, whose task it is, where it is, and in which language; all but that can be put right. */
export function FactsPanel({ report, facts, change }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TopicChoice report={report} facts={facts} change={change} />
      {isTold(facts.topic) && <AgencySuggestion report={report} facts={facts} change={change} />}
      <PlacesPanel report={report} facts={facts} change={change} />
      <dl className={styles.facts}>
        <Fact name={t('facts.language')}>{t(`reportLanguage.${report.language}`)}</Fact>
      </dl>
    </>
  );
}

function TopicChoice({ report, facts: { topic }, change }: Props) {
  const { t } = useTranslation();
  const { percent } = useNumbers();
  const [language] = useLanguage();
  const { data: taxonomy } = useTaxonomy();
  const offerUndo = useUndo(report.id);
  const choices = useMemo(
    () =>
      (taxonomy?.groups ?? []).map(({ name, topics }) => ({
        group: name[language],
        items: topics.map((one) => ({ value: one.code, label: one.name[language] })),
      })),
    [taxonomy, language],
  );
  const choose = (topicCode: string | null) => {
    if (topicCode === null || (isTold(topic) && topicCode === topic.code)) return;
    change.mutate(
      {
        send: ({ version }) =>
          callApi('correctTopic', { params: { id: report.id }, body: { topicCode, version } }),
      },
      {
        onSuccess: ({ facts }) =>
          offerUndo(t('facts.topicChanged', { topic: facts?.topic.name[language] ?? topicCode })),
      },
    );
  };
  return (
    <>
      <Select
        label={t('facts.topic')}
        data={choices}
        value={isTold(topic) ? topic.code : null}
        placeholder={t('facts.unknownTopic')}
        onChange={choose}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('facts.noTopic')}
      />
      <p className={styles.soft}>
        {topic.source === 'person'
          ? t('facts.byPerson')
          : !isTold(topic)
            ? t('facts.nothingTold')
            : t('facts.byModel', { group: topic.groupName[language], confidence: percent(topic.confidence) })}
      </p>
    </>
  );
}
