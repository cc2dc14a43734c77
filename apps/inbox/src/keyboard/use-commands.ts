import { OPEN_STATUSES, REPORT_STATUSES } from '@app/report-model';
import { useTranslation } from 'react-i18next';
import { useMatch, useNavigate } from 'react-router';
import { navigationFor } from '../layout/navigation-items.js';
import { EVERYTHING, parametersOf, type ReportFilter } from '../reports/report-filter.js';
import { useSavedViews } from '../reports/use-saved-views.js';
import { useSession } from '../session/use-session.js';
import { KEY_GROUPS, REPORT_COMMANDS } from './key-groups.js';

export interface Command {
  readonly id: string;
  readonly name: string;
  readonly hotkey?: string;
  readonly run: () => void;
}

/** What stands on the screen for a key now, and can be pressed. */
const controlOf = (key: string) =>
  document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]:not(:disabled)`);
/** Only where they stand on the screen does their key do something. */
const WITH_CONTROL: ReadonlySet<string> = new Set(['v', 'd', 'x', 'b']);

/** What the palette offers for these letters, the fitting ones in their order; at last to search for them. */
export function useCommands(typed: string): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { user } = useSession();
  const { data: savedViews = [] } = useSavedViews();
  const isReportOpen = useMatch('/laporan/:reportId') !== null;

  const go = (id: string, name: string, pathname: string, search = ''): Command => ({
    id,
    name,
    run: () => void navigate({ pathname, search }),
  });
  const view = (id: string, name: string, filter: Partial<ReportFilter>) =>
    go(id, t('palette.view', { name }), '/', parametersOf({ ...EVERYTHING, ...filter }).toString());
  const press = (key: string, what: string): Command => ({
    id: `key-${key}`,
    name: what,
    hotkey: key,
    run: () => {
      if (WITH_CONTROL.has(key)) controlOf(key)?.click();
      else document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    },
  });
  const isOffered = ([key]: readonly [string, string]) => !WITH_CONTROL.has(key) || controlOf(key) !== null;

  const commands: Command[] = [
    ...(isReportOpen
      ? REPORT_COMMANDS.filter(isOffered).map(([key, what]) => press(key, t(`help.${what}`)))
      : []),
    ...KEY_GROUPS[1].keys
      .filter(([key]) => key === 'x' || key === 'b')
      .filter(isOffered)
      .map(([key, what]) => press(key, t(`help.${what}`))),
    ...navigationFor(user.role).map(({ name, path }) => go(`page-${name}`, t(`nav.${name}`), path)),
    view('view-open', t('inbox.open'), { statuses: OPEN_STATUSES }),
    view('view-urgent', t('flag.urgent'), { flags: ['urgent'], statuses: OPEN_STATUSES }),
    view('view-mine', t('inbox.mine'), { assignee: 'me', statuses: OPEN_STATUSES }),
    view('view-due', t('clock.soon'), { clock: 'soon', order: 'due' }),
    view('view-snoozed', t('snooze.resting'), { onlySnoozed: true }),
    ...REPORT_STATUSES.map((status) => view(`view-${status}`, t(`status.${status}`), { statuses: [status] })),
    ...savedViews.map(({ id, name, query }) => go(id, t('palette.view', { name }), '/', query)),
    press('?', t('help.help')),
  ];
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = commands.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  if (words.length === 0) return fitting;
  const search = parametersOf({ ...EVERYTHING, text: typed.trim() }).toString();
  return [...fitting, go('search', t('palette.search', { text: typed.trim() }), '/', search)];
}
