import type { AnswerTemplate } from '@app/api-contract';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/use-problem-text.js';
import { BlankState } from '../layout/blank-state.js';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
import { Waiting } from '../layout/waiting.js';
import { useSession } from '../session/use-session.js';
import { AnswerTemplateDialog } from './answer-template-dialog.js';
import { useAnswerTemplates, useRemoveAnswerTemplate } from './use-answer-templates.js';

/** Texts to answer with: everybody sees them, admins change them. */
export default function AnswerTemplatesPage() {
  const { t } = useTranslation();
  const isAdmin = useSession().user.role === 'admin';
  const templates = useAnswerTemplates();
  const [edited, setEdited] = useState<AnswerTemplate | 'new' | null>(null);
  return (
    <PageFrame
      title={t('answerTemplates.title')}
      lead={t('answerTemplates.lead')}
      action={isAdmin && <Button onClick={() => setEdited('new')}>{t('answerTemplates.add')}</Button>}
    >
      {templates.isError && <LoadFailure error={templates.error} onRetry={templates.refetch} />}
      {templates.isPending && <Waiting />}
      {templates.data?.length === 0 && <BlankState icon="pencil" title={t('answerTemplates.empty')} />}
      <Stack component="ul" p={0} m={0} aria-label={t('answerTemplates.title')} style={{ listStyle: 'none' }}>
        {templates.data?.map((template) => (
          <TemplateCard
            key={template.id}
            template={template}
            onEdit={isAdmin ? () => setEdited(template) : null}
          />
        ))}
      </Stack>
      {edited !== null && (
        <AnswerTemplateDialog template={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </PageFrame>
  );
}

function TemplateCard({ template, onEdit }: { template: AnswerTemplate; onEdit: (() => void) | null }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const remove = useRemoveAnswerTemplate();
  const [isSure, setSure] = useState(false);
  const removeNow = () =>
    remove.mutate(template.id, {
      onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
    });
  return (
    <Paper component="li" withBorder p="sm" aria-label={template.name}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text fw={650}>{template.name}</Text>
        {onEdit && (
          <Group gap="xs" wrap="nowrap">
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('answerTemplates.editWhat', { name: template.name })}
              onClick={onEdit}
            >
              {t('app.edit')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              color="red"
              loading={remove.isPending}
              aria-label={isSure ? undefined : t('answerTemplates.removeWhat', { name: template.name })}
              onClick={() => (isSure ? removeNow() : setSure(true))}
              onBlur={() => setSure(false)}
            >
              {t(isSure ? 'webhooks.removeSure' : 'webhooks.remove')}
            </Button>
          </Group>
        )}
      </Group>
      <Text size="sm" mt={4} style={{ whiteSpace: 'pre-line' }}>
        {template.textId}
      </Text>
      {template.textEn !== null && (
        <Text size="sm" mt={4} c="dimmed" lang="en" style={{ whiteSpace: 'pre-line' }}>
          {template.textEn}
        </Text>
      )}
    </Paper>
  );
}
