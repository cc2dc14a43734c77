import type { ReportDetail } from '@app/api-contract';
import { lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useIncident } from '../incidents/use-incident.js';
import { CopyButton } from '../layout/copy-button.js';
import { coordinatesText, type ReportPoint } from './report-points.js';
import styles from './report-map.module.css';
import { WhenSeen } from './when-seen.js';

const ReportMapCanvas = lazy(() => import('./report-map-canvas.js'));

interface Props {
  report: ReportDetail;
  points: readonly ReportPoint[];
}

/** Where the report is: on a map, and as coordinates to take along. */
export function ReportMap({ report, points }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { data: incident } = useIncident(report.id);
  const others = useMemo(() => incident?.places ?? [], [incident]);
  return (
    <>
      <WhenSeen className={styles.frame}>
        <ReportMapCanvas
          label={t('map.ofReport', { code: report.ticketCode })}
          own={points}
          others={others}
          onOpen={(id) => void navigate({ pathname: `/laporan/${id}`, search })}
        />
      </WhenSeen>
      {others.length > 0 && <p className={styles.soft}>{t('map.others', { count: others.length })}</p>}
      <ul className={styles.points}>
        {points.map((point) => (
          <Point key={coordinatesText(point)} point={point} />
        ))}
      </ul>
    </>
  );
}

function Point({ point }: { point: ReportPoint }) {
  const { t } = useTranslation();
  const { latitude, longitude, source, label } = point;
  const text = coordinatesText(point);
  const street = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  return (
    <li>
      <span className={styles.soft}>{[t(`map.source.${source}`), label].filter(Boolean).join(': ')}</span>
      <span className={styles.line}>
        <span className={styles.coordinates}>{text}</span>
        <CopyButton value={text} what={t('map.coordinates')} />
        <a href={`geo:${latitude},${longitude}`}>{t('conversation.openGeo')}</a>
        <a href={street} target="_blank" rel="noopener noreferrer">
          {t('conversation.openStreetMap')}
        </a>
      </span>
    </li>
  );
}
