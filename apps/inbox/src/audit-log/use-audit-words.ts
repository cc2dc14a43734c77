import { useTranslation } from 'react-i18next';
import id from '../locales/id.json';
import { isKeyOf } from '../locales/is-key-of.js';

const { actions, subjects } = id.audit;
const { plain, kind } = id.timeline;

/** Every action that can be chosen, those of timelines without what a citizen or the system does. */
const ACTIONS: readonly string[] = [
  ...Object.keys(actions),
  ...Object.keys(kind).filter((name) => !isKeyOf(actions, name)),
];
const SUBJECTS: readonly string[] = Object.keys(subjects);

/** What actions and things are called; those of a newer server keep their own names. */
export function useAuditWords() {
  const { t } = useTranslation();
  const actionText = (name: string): string => {
    if (isKeyOf(actions, name)) return t(`audit.actions.${name}`);
    if (isKeyOf(plain, name)) return t(`timeline.plain.${name}`);
    return isKeyOf(kind, name) ? t(`timeline.kind.${name}`) : name;
  };
  const subjectText = (name: string): string =>
    isKeyOf(subjects, name) ? t(`audit.subjects.${name}`) : name;
  const choicesOf = (names: readonly string[], textOf: (name: string) => string) =>
    names
      .map((value) => ({ value, label: textOf(value) }))
      .sort((one, other) => one.label.localeCompare(other.label));
  return {
    actionText,
    subjectText,
    actionChoices: choicesOf(ACTIONS, actionText),
    subjectChoices: choicesOf(SUBJECTS, subjectText),
  };
}
