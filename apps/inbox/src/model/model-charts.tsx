import type { ModelQuality, ModelVersion } from '@app/api-contract';
import { REPORT_CLASSES } from '@app/report-model';
import { useTranslation } from 'react-i18next';
import { LineChart } from '../charts/line-chart.js';
import { StackedBars } from '../charts/stacked-bars.js';
import { useLanguage } from '../locales/use-language.js';
import { useNumbers } from '../locales/use-numbers.js';
import styles from '../layout/panels.module.css';
import { testedVersions } from './tested-versions.js';

interface Props {
  weeks: ModelQuality['weeks'];
  versions: readonly ModelVersion[];
}

/** Drift: what the model says and how sure it is, how often it is corrected, how each version did in its tests. */
export function ModelCharts({ weeks, versions }: Props) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const { whole, percent } = useNumbers();
  const dates = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const nameOf = (week: string | undefined) => (week ? dates.format(Date.parse(week)) : '');
  const ends = [nameOf(weeks[0]?.week), nameOf(weeks.at(-1)?.week)] as const;
  const last = weeks.at(-1);
  const lastConfidence = last?.confidence ?? null;
  const most = Math.max(1, ...weeks.flatMap(({ corrected, confirmed }) => [corrected, confirmed]));
  const tested = testedVersions(versions);
  const shares = weeks.map(({ week, classes }) => {
    const total = REPORT_CLASSES.reduce((sum, name) => sum + (classes[name] ?? 0), 0);
    const values = Object.fromEntries(
      REPORT_CLASSES.map((name) => [name, total === 0 ? 0 : (classes[name] ?? 0) / total]),
    );
    return { key: week, title: `${nameOf(week)}: ${whole(total)}`, values };
  });
  return (
    <div className={styles.columns}>
      <StackedBars
        title={t('model.shares')}
        label={t('model.sharesLabel', {
          shares: REPORT_CLASSES.map(
            (name) => `${t(`class.${name}`)} ${percent(shares.at(-1)?.values[name] ?? 0)}`,
          ).join(', '),
        })}
        columns={shares}
        most={1}
        ends={ends}
      />
      <LineChart
        title={t('model.confidence')}
        label={t('model.confidenceLabel', {
          last: lastConfidence === null ? '–' : percent(lastConfidence),
        })}
        lines={[
          {
            key: 'confidence',
            name: t('model.meanConfidence'),
            colour: 'aspiration',
            values: weeks.map(({ confidence }) => confidence),
          },
        ]}
        most={1}
        ends={ends}
      />
      <LineChart
        title={t('model.decisions')}
        label={t('model.decisionsLabel', {
          corrected: whole(last?.corrected ?? 0),
          confirmed: whole(last?.confirmed ?? 0),
        })}
        lines={[
          {
            key: 'corrected',
            name: t('model.changed'),
            colour: 'complaint',
            values: weeks.map(({ corrected }) => corrected),
          },
          {
            key: 'confirmed',
            name: t('model.confirmed'),
            colour: 'information',
            values: weeks.map(({ confirmed }) => confirmed),
          },
        ]}
        most={most}
        ends={ends}
      />
      {tested.length > 0 && (
        <LineChart
          title={t('model.f1OfVersions')}
          label={t('model.f1OfVersionsLabel', { count: tested.length })}
          lines={REPORT_CLASSES.map((name) => ({
            key: name,
            name: t(`class.${name}`),
            colour: name,
            values: tested.map(({ classes }) => classes[name].f1),
          }))}
          most={1}
          ends={[String(tested[0]?.name ?? ''), String(tested.at(-1)?.name ?? '')]}
        />
      )}
    </div>
  );
}
