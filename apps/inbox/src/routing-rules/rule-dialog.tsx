import type { RoutingRuleView } from '@app/api-contract';
import type { ReportClass, ReportFlag } from '@app/report-model';
import { Checkbox, MultiSelect, NativeSelect, TagsInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { DraftNotice } from '../layout/draft-notice.js';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { useDraft } from '../layout/use-draft.js';
import styles from './routing-rules.module.css';
import { useRuleChange, type RuleDraft } from './use-routing-rules.js';
import { useRuleWords } from './use-rule-words.js';

const EMPTY: RuleDraft = {
  name: '',
  conditions: {
    classes: [],
    flags: [],
    topicGroups: [],
    areas: [],
    channels: [],
    connectionIds: [],
    words: [],
  },
  actions: { agencyId: null, assigneeId: null, tags: [], setsUrgent: false },
};
const KINDS = ['classes', 'flags', 'topicGroups', 'areas', 'channels', 'connectionIds'] as const;

/** One rule: when it fits, and what it does. */
interface Props {
  rule: RoutingRuleView | null;
  onClose: () => void;
  /** @param id of a rule that was on: it is off now, until its trial has been seen */
  onSwitchedOff: (id: string) => void;
}

export function RuleDialog({ rule, onClose, onSwitchedOff }: Props) {
  const { t } = useTranslation();
  const { lists, agencies, people } = useRuleWords();
  const stored = rule ? { name: rule.name, conditions: rule.conditions, actions: rule.actions } : EMPTY;
  const kept = useDraft<RuleDraft>(stored, rule?.version ?? '');
  const { value: draft, set: setDraft, isChanged, version } = kept;
  const [isChecked, setChecked] = useState(false);
  const save = useRuleChange(
    (body: RuleDraft) => {
      const { name, conditions, actions } = body;
      const given = { name: name.trim(), conditions, actions };
      return rule
        ? callApi('changeRoutingRule', { params: { id: rule.id }, body: { ...given, version } })
        : callApi('addRoutingRule', { body: given });
    },
    (rules) => {
      onClose();
      const saved = rules.find(({ id }) => id === rule?.id);
      if (rule?.isEnabled && saved?.isEnabled === false) onSwitchedOff(saved.id);
    },
  );
  const { conditions, actions } = draft;
  const setCondition = (change: Partial<RuleDraft['conditions']>) =>
    setDraft({ ...draft, conditions: { ...conditions, ...change } });
  const setAction = (change: Partial<RuleDraft['actions']>) =>
    setDraft({ ...draft, actions: { ...actions, ...change } });
  const hasCondition = Object.values(conditions).some((list) => list.length > 0);
  const hasAction =
    actions.agencyId !== null || actions.assigneeId !== null || actions.tags.length > 0 || actions.setsUrgent;
  const orNone = (choices: { value: string; label: string }[]) => [
    { value: '', label: t('routing.none') },
    ...choices,
  ];
  return (
    <OpenDialog
      onClose={onClose}
      closeOnClickOutside={!isChanged}
      closeOnEscape={!isChanged}
      size="lg"
      title={t(rule ? 'routing.change' : 'routing.add')}
    >
      <DialogForm
        error={null}
        isDisabled={kept.isStale}
        submit={t('app.save')}
        isPending={save.isPending}
        onClose={onClose}
        onSubmit={() => {
          setChecked(true);
          if (hasCondition && hasAction) save.mutate(draft);
        }}
      >
        <TextInput
          required
          data-autofocus
          label={t('routing.name')}
          minLength={2}
          maxLength={100}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <fieldset className={styles.group}>
          <legend>{t('routing.when')}</legend>
          <Text size="sm">{t('routing.whenHelp')}</Text>
          {KINDS.filter((kind) => lists[kind].length > 0).map((kind) => (
            <MultiSelect
              key={kind}
              label={t(`routing.${kind}`)}
              data={lists[kind]}
              value={[...conditions[kind]]}
              onChange={(chosen) => setCondition({ [kind]: chosen as ReportClass[] & ReportFlag[] })}
              searchable
              clearable
            />
          ))}
          <TagsInput
            label={t('routing.words')}
            description={t('routing.wordsHelp')}
            value={conditions.words}
            maxTags={50}
            onChange={(words) => setCondition({ words: words.filter((word) => word.trim().length > 1) })}
          />
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{t('routing.then')}</legend>
          <NativeSelect
            label={t('routing.agency')}
            value={actions.agencyId ?? ''}
            data={orNone(agencies)}
            onChange={(event) => setAction({ agencyId: event.currentTarget.value || null })}
          />
          <NativeSelect
            label={t('routing.person')}
            value={actions.assigneeId ?? ''}
            data={orNone(people)}
            onChange={(event) => setAction({ assigneeId: event.currentTarget.value || null })}
          />
          <TagsInput
            label={t('tags.label')}
            value={actions.tags}
            maxTags={12}
            onChange={(tags) => setAction({ tags: tags.map((tag) => tag.toLowerCase()) })}
          />
          <Checkbox
            mt="sm"
            label={t('routing.setsUrgent')}
            checked={actions.setsUrgent}
            onChange={(event) => setAction({ setsUrgent: event.currentTarget.checked })}
          />
        </fieldset>
        {isChecked && !hasCondition && (
          <Text c="red" size="sm" role="alert">
            {t('routing.needsCondition')}
          </Text>
        )}
        {isChecked && !hasAction && (
          <Text c="red" size="sm" role="alert">
            {t('routing.needsAction')}
          </Text>
        )}
        {rule?.isEnabled && isChanged && <Text size="sm">{t('routing.offUntilTried')}</Text>}
        <DraftNotice draft={kept} error={save.error} />
      </DialogForm>
    </OpenDialog>
  );
}
