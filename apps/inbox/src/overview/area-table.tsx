import type { Overview } from '@app/api-contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NONE } from '../reports/report-filter.js';
import { useNumbers } from '../locales/use-numbers.js';
import areaStyles from './area-panel.module.css';
import styles from './overview.module.css';

interface Props {
  areas: Overview['areas'];
  listOf: (code: string) => string;
}

/** The regency's districts and a few more. */
const MOST_ROWS = 24;

/** Reports by area, the most first; the rest in one line, and those without a place in another. */
export function AreaTable({ areas, listOf }: Props) {
  const { t } = useTranslation();
  const { whole } = useNumbers();
  if (areas.length === 0) return <p className={styles.quiet}>{t('overview.nothing')}</p>;
  const known = areas.filter(({ code }) => code !== null);
  const nowhere = areas.find(({ code }) => code === null)?.count ?? 0;
  const rest = known.slice(MOST_ROWS).reduce((sum, { count }) => sum + count, 0);
  return (
    <table className={areaStyles.table}>
      <thead>
        <tr>
          <th scope="col">{t('map.district')}</th>
          <th scope="col">{t('overview.reports')}</th>
        </tr>
      </thead>
      <tbody>
        {known.slice(0, MOST_ROWS).map(({ code, name, count }) => (
          <tr key={code ?? ''}>
            <th scope="row">{code !== null && <Link to={listOf(code)}>{areaName(code, name)}</Link>}</th>
            <td>{whole(count)}</td>
          </tr>
        ))}
        {rest > 0 && <Line name={t('overview.otherAreas')} count={rest} />}
        {nowhere > 0 && <Line name={<Link to={listOf(NONE)}>{t('overview.noArea')}</Link>} count={nowhere} />}
      </tbody>
    </table>
  );

  function areaName(code: string, name: string | null): string {
    const isDistrict = code.split('.').length === 3;
    return isDistrict ? (name ?? code) : t('overview.largerArea', { name: name ?? code });
  }
}

function Line({ name, count }: { name: ReactNode; count: number }) {
  const { whole } = useNumbers();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{whole(count)}</td>
    </tr>
  );
}
