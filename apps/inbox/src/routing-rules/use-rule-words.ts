import type { RoutingRuleView } from '@app/api-contract';
import { REPORT_CLASSES, REPORT_FLAGS } from '@app/report-model';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { connectionsKey, usersKey } from '../api/query-keys.js';
import { useLanguage } from '../locales/use-language.js';
import { useRegionMap } from '../map/use-region-map.js';
import { useAgencies } from '../reports/use-agencies.js';
import { useChannels } from '../reports/use-channels.js';
import { useTaxonomy } from '../taxonomy/use-taxonomy.js';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a rule can name, and how it reads. */
export function useRuleWords() {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const { channels } = useChannels();
  const { data: taxonomy } = useTaxonomy();
  const { data: users = [] } = useQuery({
    queryKey: usersKey,
    queryFn: ({ signal }) => callApi('listUsers', { signal }),
  });
  const { data: connections = [] } = useQuery({
    queryKey: connectionsKey,
    queryFn: ({ signal }) => callApi('listConnections', { signal }),
  });
  const { data: map } = useRegionMap();
  const agencies: Choice[] = useAgencies()
    .filter(({ isActive }) => isActive)
    .map(({ id, name }) => ({ value: id, label: name }));
  // Members of an agency see what is sent to it, and nothing else.
  const people: Choice[] = users
    .filter(({ role }) => role !== 'agency-member')
    .map(({ id, name }) => ({ value: id, label: name }));
  const lists = {
    classes: REPORT_CLASSES.map((one) => ({ value: one, label: t(`class.${one}`) })),
    flags: REPORT_FLAGS.map((one) => ({ value: one, label: t(`flag.${one}`) })),
    topicGroups: (taxonomy?.groups ?? []).map(({ code, name }) => ({ value: code, label: name[language] })),
    areas: (map?.districts ?? []).map(({ code, name }) => ({ value: code, label: name })),
    channels: channels.map(({ code, displayName }) => ({ value: code, label: displayName[language] })),
    connectionIds: connections.map(({ id, name }) => ({ value: id, label: name })),
  } satisfies Record<string, Choice[]>;

  const nameIn = (choices: readonly Choice[], value: string) =>
    choices.find((one) => one.value === value)?.label ?? value;
  const conditionText = ({ conditions }: Pick<RoutingRuleView, 'conditions'>) =>
    [
      ...(Object.keys(lists) as (keyof typeof lists)[]).map((kind) =>
        conditions[kind].map((value) => nameIn(lists[kind], value)),
      ),
      conditions.words.map((word) => `“${word}”`),
    ]
      .filter((names) => names.length > 0)
      .map((names) => names.join(t('routing.or')))
      .join(t('routing.and'));
  const actionText = ({ actions }: Pick<RoutingRuleView, 'actions'>) =>
    [
      actions.agencyId && t('routing.toAgency', { name: nameIn(agencies, actions.agencyId) }),
      actions.assigneeId && t('routing.toPerson', { name: nameIn(people, actions.assigneeId) }),
      actions.tags.length > 0 &&
        t('routing.withTags', { tags: actions.tags.map((tag) => `#${tag}`).join(' ') }),
      actions.setsUrgent && t('routing.asUrgent'),
    ]
      .filter(Boolean)
      .join(' · ');
  return { lists, agencies, people, conditionText, actionText };
}
