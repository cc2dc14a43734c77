import type { Overview } from '@app/api-contract';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { shadeRanges } from '../map/shades.js';
import { useOutline, useRegionMap } from '../map/use-region-map.js';
import { WhenSeen } from '../map/when-seen.js';
import { useNumbers } from '../locales/use-numbers.js';
import { NONE } from '../reports/report-filter.js';
import { AreaTable, isDistrict } from './area-table.js';
import areaStyles from './area-panel.module.css';
import styles from './overview.module.css';

const DistrictMapCanvas = lazy(() => import('../map/district-map-canvas.js'));

interface Props {
  areas: Overview['areas'];
  /** The address of the list of what was counted. */
  listOf: (code: string) => string;
}

/** Where reports came from: on a map where that can be drawn, and as a table in any case. */
export function AreaPanel({ areas, listOf }: Props) {
  const { t } = useTranslation();
  const { whole } = useNumbers();
  const navigate = useNavigate();
  const hasOutline = Boolean(useRegionMap().data?.outline);
  const shapes = useOutline();
  const canDraw = hasOutline ? shapes !== undefined : areas.some(({ point }) => point !== null);
  const isShaped = (code: string | null) => code !== null && shapes?.some((shape) => shape.code === code);
  // Larger areas are counted without their districts, which stand for themselves.
  const exactly = (code: string) => listOf(code === NONE || isDistrict(code) ? code : `${code}.${NONE}`);
  const most = Math.max(0, ...areas.map(({ code, count }) => (isShaped(code) ? count : 0)));
  return (
    <section className={styles.panel}>
      <h2 className={styles.heading}>{t('overview.byArea')}</h2>
      <div className={areaStyles.body} data-has-map={canDraw}>
        {canDraw && (
          <div>
            <WhenSeen className={areaStyles.map}>
              <DistrictMapCanvas
                label={t('overview.areaMap')}
                areas={areas}
                shapes={shapes}
                nameOf={(name, count) => t('overview.areaCount', { name, count })}
                onOpen={(code) => void navigate(exactly(code))}
              />
            </WhenSeen>
            {shapes ? (
              <ul className={areaStyles.legend}>
                {shadeRanges(most).map(({ shade, from, to }) => (
                  <li key={shade} data-shade={shade}>
                    {from === to ? whole(from) : `${whole(from)}–${whole(to)}`}
                  </li>
                ))}
              </ul>
            ) : (
              <p className={styles.quiet}>{t('overview.areaCircles')}</p>
            )}
          </div>
        )}
        <AreaTable areas={areas} listOf={exactly} />
      </div>
    </section>
  );
}
