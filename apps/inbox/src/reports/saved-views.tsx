import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Icon } from '../layout/icon.js';
import { ChangeViewDialog } from './change-view-dialog.js';
import { filterFrom, parametersOf } from './report-filter.js';
import styles from './status-views.module.css';
import { useSavedViews } from './use-saved-views.js';

/** Filters that somebody gave a name; one's own can be changed. */
export function SavedViews({ onFollow }: { onFollow?: () => void }) {
  const { t } = useTranslation();
  const { data: views = [] } = useSavedViews();
  const [changedId, setChanged] = useState<string | null>(null);
  const changed = views.find(({ id }) => id === changedId);
  const { search } = useLocation();
  const current = parametersOf(filterFrom(new URLSearchParams(search))).toString();
  if (views.length === 0) return null;
  return (
    <section className={styles.root} aria-label={t('savedViews.title')}>
      <ul className={styles.list}>
        {views.map(({ id, name, query, isOwn, ownerName }) => (
          <li key={id} className={styles.saved}>
            <Link
              className={query === current ? `${styles.link} ${styles.here}` : styles.link}
              to={{ pathname: '/', search: query }}
              title={isOwn ? undefined : t('savedViews.by', { name: ownerName })}
              onClick={onFollow}
            >
              <span>{name}</span>
            </Link>
            {isOwn && (
              <ActionIcon
                variant="transparent"
                color="gray.3"
                size={24}
                aria-label={t('savedViews.change', { name })}
                onClick={() => setChanged(id)}
              >
                <Icon name="pencil" size={12} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {changed && <ChangeViewDialog view={changed} onClose={() => setChanged(null)} />}
    </section>
  );
}
