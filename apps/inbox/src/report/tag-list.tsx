import type { ReportDetail } from '@app/api-contract';
import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { tagsKey } from '../api/query-keys.js';
import { useKeys } from '../keyboard/use-keys.js';
import type { ReportChange } from './use-report-change.js';
import { useUndo } from './use-undo.js';

const MOST = 12;
const LONGEST = 40;

/** Words of the office's own on a report; those in use are offered. */
export function TagList({
  report,
  change,
  onShow,
}: {
  report: ReportDetail;
  change: ReportChange;
  onShow: () => void;
}) {
  const { t } = useTranslation();
  const offerUndo = useUndo(report.id);
  const input = useRef<HTMLInputElement>(null);
  const { data: known = [] } = useQuery({
    queryKey: tagsKey,
    queryFn: ({ signal }) => callApi('listTags', { signal }),
  });
  useKeys(
    useMemo(
      () => ({
        l: () => {
          onShow();
          requestAnimationFrame(() => input.current?.focus());
        },
      }),
      [onShow],
    ),
  );
  const set = (tags: string[]) => {
    const wanted = tags.map((tag) => tag.trim().toLowerCase().slice(0, LONGEST)).filter(Boolean);
    const add = wanted.filter((tag) => !report.tags.includes(tag));
    const remove = report.tags.filter((tag) => !wanted.includes(tag));
    if (add.length + remove.length === 0) return;
    change.mutate(
      {
        send: ({ version }) => callApi('tag', { params: { id: report.id }, body: { add, remove, version } }),
        expected: { tags: wanted },
      },
      { onSuccess: () => offerUndo(t('tags.changed')) },
    );
  };
  return (
    <TagsInput
      ref={input}
      size="xs"
      aria-label={t('tags.label')}
      placeholder={t('tags.placeholder')}
      data={known}
      maxTags={MOST}
      maxLength={LONGEST}
      value={report.tags}
      onChange={set}
    />
  );
}
