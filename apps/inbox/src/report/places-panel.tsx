import type { Area, Facts, Place, ReportDetail } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import styles from './details.module.css';
import { Fact } from './fact.js';
import { PlaceSearch } from './place-search.js';
import type { ReportChange } from './use-report-change.js';
import { useUndo } from './use-undo.js';

interface Props {
  report: ReportDetail;
  facts: Facts;
  change: ReportChange;
}

/** Where it is: the area that is certain, what else a name may mean, any other, and streets and landmarks as written. */
export function PlacesPanel({ report, facts: { area, areaSource, places }, change }: Props) {
  const { t } = useTranslation();
  const offerUndo = useUndo(report.id);
  const choose = (areaCode: string | null) =>
    change.mutate(
      {
        send: ({ version }) =>
          callApi('correctArea', { params: { id: report.id }, body: { areaCode, version } }),
      },
      {
        onSuccess: ({ facts }) =>
          offerUndo(
            facts?.area ? t('facts.placeChanged', { place: facts.area.name }) : t('facts.placeRemoved'),
          ),
      },
    );
  const basis = places.find(({ candidates }) => candidates[0]?.code === area?.code)?.basis;
  const others = otherAreas(places, area);
  const spots = [...new Set(places.filter(({ kind }) => kind !== 'area').map(({ text }) => text))];
  return (
    <>
      <dl className={styles.facts}>
        <Fact name={t('facts.place')}>{area?.path ?? t('facts.noPlace')}</Fact>
        {spots.length > 0 && <Fact name={t('facts.spots')}>{spots.join(' · ')}</Fact>}
      </dl>
      <p className={styles.soft}>
        {areaSource === 'person'
          ? t('facts.byPerson')
          : area && (basis ? t(`facts.basis.${basis}`) : t('facts.fromLocation'))}
      </p>
      {(others.length > 0 || area !== null) && (
        <div className={styles.buttons} role="group" aria-label={t('facts.choosePlace')}>
          {others.map(({ code, path }) => (
            <Button key={code} size="compact-sm" variant="default" onClick={() => choose(code)}>
              {shortPath(path)}
            </Button>
          ))}
          {area !== null && (
            <Button size="compact-sm" variant="subtle" onClick={() => choose(null)}>
              {t('facts.notHere')}
            </Button>
          )}
        </div>
      )}
      <PlaceSearch onChoose={choose} />
    </>
  );
}

const MOST_SHOWN = 5;

/** The place and what it lies in: enough to tell it from others, short enough for a button. */
const shortPath = (path: string): string => path.split(', ').slice(0, 2).join(', ');

/** Other places that the text may mean, the likeliest first. */
function otherAreas(places: readonly Place[], chosen: Area | null): Area[] {
  const byCode = new Map(places.flatMap(({ candidates }) => candidates).map((one) => [one.code, one]));
  return [...byCode.values()].filter(({ code }) => code !== chosen?.code).slice(0, MOST_SHOWN);
}
