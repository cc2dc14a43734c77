import type { Overview } from '@app/api-contract';
import { useState, type ReactNode } from 'react';
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

/** Reports by area, the most first; the rest in one line that opens, and those without a place in another. */
export function AreaTable({ areas, listOf }: Props) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  if (areas.length === 0) return <p className={styles.quiet}>{t('overview.nothing')}</p>;
  const known = areas.filter(({ code }) => code !== null);
  const nowhere = areas.find(({ code }) => code === null)?.count ?? 0;
  const others = known.slice(MOST_ROWS);
  return (
    <table className={areaStyles.table}>
      <thead>
        <tr>
          <th scope="col">{t('map.district')}</th>
          <th scope="col">{t('overview.reports')}</th>
        </tr>
      </thead>
      <tbody>
        {known.slice(0, MOST_ROWS).map(areaLine)}
        {others.length > 0 && (
          <Line
            name={
              <button
                type="button"
                className={areaStyles.more}
                aria-expanded={isWhole}
                onClick={() => setIsWhole(!isWhole)}
              >
                {t('overview.otherAreas')}
              </button>
            }
            count={others.reduce((sum, { count }) => sum + count, 0)}
          />
        )}
        {isWhole && others.map(areaLine)}
        {nowhere > 0 && <Line name={<Link to={listOf(NONE)}>{t('overview.noArea')}</Link>} count={nowhere} />}
      </tbody>
    </table>
  );

  function areaLine({ code, name, count }: Overview['areas'][number]) {
    const shown = name ?? code ?? '';
    const link = code !== null && (
      <Link to={listOf(code)}>{isDistrict(code) ? shown : t('overview.largerArea', { name: shown })}</Link>
    );
    return <Line key={code} name={link} count={count} />;
  }
}

export const isDistrict = (code: string) => code.split('.').length === 3;

function Line({ name, count }: { name: ReactNode; count: number }) {
  const { whole } = useNumbers();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{whole(count)}</td>
    </tr>
  );
}
