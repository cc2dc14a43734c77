import { useLocalStorage } from '@mantine/hooks';
import { useNow } from '../locales/use-now.js';
import { useSession } from '../session/use-session.js';

/** So long what was changed can be taken back. */
const KEPT_MS = 3_600_000;

interface Kept {
  readonly id: string;
  readonly since: number;
}

/** The change of many reports that this person started last: there again after other pages and after loading anew. */
export function useBulkJob(): readonly [string | null, (jobId: string | null) => void] {
  const { user } = useSession();
  const now = useNow();
  const [kept, keep] = useLocalStorage<Kept | null>({
    key: `wadah.bulk-job.${user.id}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const isFresh = kept !== null && now - kept.since < KEPT_MS;
  return [isFresh ? kept.id : null, (id) => keep(id === null ? null : { id, since: Date.now() })];
}
