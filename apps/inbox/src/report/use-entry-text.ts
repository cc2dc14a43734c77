import type { TimelineEntry } from '@app/api-contract';
import { REPORT_CLASSES, REPORT_STATUSES } from '@app/report-model';
import { useTranslation } from 'react-i18next';
import { isKeyOf } from '../locales/is-key-of.js';
import id from '../locales/id.json';
import { useLanguage } from '../locales/use-language.js';
import { useTaxonomy } from '../taxonomy/use-taxonomy.js';

/** What an entry of the timeline says. */
export function useEntryText() {
  const { t } = useTranslation();
  const classOf = (value: unknown) => REPORT_CLASSES.find((one) => one === value);
  const statusOf = (value: unknown) => REPORT_STATUSES.find((one) => one === value);
  const wordOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

  const [language] = useLanguage();
  const { data: taxonomy } = useTaxonomy();
  const topicName = (code: string | undefined) =>
    taxonomy?.groups.flatMap(({ topics }) => topics).find((one) => one.code === code)?.name[language];

  return ({ kind, data }: TimelineEntry): string => {
    if (kind === 'classified') {
      const to = classOf(data['class']);
      return to ? t('timeline.kind.classified', { class: t(`class.${to}`) }) : t('timeline.plain.classified');
    }
    if (kind === 'class-corrected') {
      const [from, to] = [classOf(data['from']), classOf(data['to'])];
      if (!from || !to || from === to) return t('timeline.plain.class-corrected');
      return t('timeline.kind.class-corrected', { from: t(`class.${from}`), to: t(`class.${to}`) });
    }
    if (kind === 'status-changed') {
      const [from, to] = [statusOf(data['from']), statusOf(data['to'])];
      if (!from || !to) return t('timeline.plain.status-changed');
      return t('timeline.kind.status-changed', { from: t(`status.${from}`), to: t(`status.${to}`) });
    }
    if (kind === 'disposed') {
      const agency = wordOf(data['agencyName']);
      return agency ? t('timeline.kind.disposed', { agency }) : t('timeline.plain.disposed');
    }
    if (kind === 'assigned') {
      const assignee = wordOf(data['userName']);
      if (assignee) return t('timeline.kind.assigned', { assignee });
      return data['userId'] === null ? t('timeline.unassigned') : t('timeline.plain.assigned');
    }
    if (kind === 'topic-corrected') {
      const to = topicName(wordOf(data['to']));
      return to ? t('timeline.kind.topic-corrected', { topic: to }) : t('timeline.plain.topic-corrected');
    }
    if (kind === 'incident-joined') {
      const code = wordOf(data['with']);
      return code ? t('timeline.kind.incident-joined', { code }) : t('timeline.plain.incident-joined');
    }
    if (kind === 'incident-refused' || kind === 'incident-refusal-undone') {
      return t(`timeline.kind.${kind}`, { code: wordOf(data['with']) ?? '' });
    }
    if (kind === 'routed') {
      const rule = wordOf(data['ruleName']) ?? '';
      const to = wordOf(data['agencyName']) ?? wordOf(data['assigneeName']);
      return to ? t('timeline.kind.routed', { rule, to }) : t('timeline.plain.routed', { rule });
    }
    if (kind === 'rated') {
      const stars = data['stars'];
      return typeof stars === 'number' ? t('timeline.kind.rated', { stars }) : t('timeline.plain.rated');
    }
    if (kind === 'erased') {
      const what = wordOf(data['what']) ?? '';
      return isKeyOf(id.timeline.erased, what) ? t(`timeline.erased.${what}`) : t('timeline.kind.erased');
    }
    if (kind === 'reaction') {
      const emoji = wordOf(data['emoji']);
      return emoji ? t('timeline.kind.reaction', { emoji }) : t('timeline.plain.reaction');
    }
    return isKeyOf(id.timeline.kind, kind) ? t(`timeline.kind.${kind}`) : t('timeline.other', { kind });
  };
}
