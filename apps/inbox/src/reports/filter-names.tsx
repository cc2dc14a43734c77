import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { connectionsKey } from '../api/query-keys.js';
import { useLanguage } from '../locales/use-language.js';
import { useRegionMap } from '../map/use-region-map.js';
import { useSession } from '../session/use-session.js';
import { useTaxonomy } from '../taxonomy/use-taxonomy.js';
import { NONE } from './report-filter.js';
import { useAgencies } from './use-agencies.js';

// Each asks for what it needs only where it stands: a list without such a filter loads none of it.

export function AgencyName({ id }: { id: string }) {
  const { t } = useTranslation();
  return useAgencies().find((agency) => agency.id === id)?.shortName ?? t('inbox.agency');
}

export function ConnectionName({ id }: { id: string }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const { data } = useQuery({
    enabled: user.role !== 'agency-member',
    queryKey: connectionsKey,
    queryFn: ({ signal }) => callApi('listConnections', { signal }),
  });
  return data?.find((connection) => connection.id === id)?.name ?? t('inbox.connection');
}

export function TopicNames({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const { data } = useTaxonomy();
  const nameOf = (code: string) =>
    code === NONE
      ? t('overview.noTopic')
      : (data?.groups.find((one) => one.code === code)?.name[language] ?? code);
  return codes.map(nameOf).join(', ');
}

export function AreaName({ code }: { code: string }) {
  const { t } = useTranslation();
  const { data } = useRegionMap();
  if (code === NONE) return t('overview.noArea');
  const larger = code.endsWith(`.${NONE}`) ? code.slice(0, -NONE.length - 1) : null;
  if (larger !== null) return t('overview.largerArea', { name: larger });
  return data?.districts.find((one) => one.code === code)?.name ?? code;
}
