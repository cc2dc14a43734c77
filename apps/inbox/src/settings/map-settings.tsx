import { useTranslation } from 'react-i18next';
import { useRegionMap } from '../map/use-region-map.js';
import { OutlineForm } from './outline-form.js';
import { TilesForm } from './tiles-form.js';
import styles from './map-settings.module.css';

/** What maps are drawn with beyond the land that ships. */
export function MapSettings() {
  const { t } = useTranslation();
  const { data } = useRegionMap();
  if (!data) return null;
  return (
    <section aria-labelledby="pengaturan-peta" className={styles.root}>
      <h2 id="pengaturan-peta">{t('map.settings')}</h2>
      <p className={styles.soft}>{t('map.settingsLead')}</p>
      <OutlineForm outline={data.outline} />
      <TilesForm key={data.tiles?.address ?? ''} tiles={data.tiles} />
    </section>
  );
}
