import type { AnswerTemplate } from '@app/api-contract';
import { TEMPLATE_VARIABLES } from '@app/report-model';
import { Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { useSaveAnswerTemplate } from './use-answer-templates.js';

const LONGEST_TEXT = 5_000;

/** @param template null: a new one */
export function AnswerTemplateDialog({
  template,
  onClose,
}: {
  template: AnswerTemplate | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState(template?.name ?? '');
  const [textId, setTextId] = useState(template?.textId ?? '');
  const [textEn, setTextEn] = useState(template?.textEn ?? '');
  const save = useSaveAnswerTemplate();
  const submit = () =>
    save.mutate(
      {
        id: template?.id ?? null,
        name: name.trim(),
        textId: textId.trim(),
        textEn: textEn.trim() === '' ? null : textEn.trim(),
      },
      { onSuccess: onClose },
    );
  return (
    <OpenDialog
      onClose={onClose}
      title={t(template === null ? 'answerTemplates.add' : 'answerTemplates.edit')}
    >
      <DialogForm
        error={save.error}
        submit={t('app.save')}
        isPending={save.isPending}
        onClose={onClose}
        onSubmit={submit}
      >
        <TextInput
          required
          data-autofocus
          label={t('answerTemplates.name')}
          minLength={2}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          required
          label={t('answerTemplates.textId')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={LONGEST_TEXT}
          value={textId}
          onChange={(event) => setTextId(event.currentTarget.value)}
        />
        <Textarea
          label={t('answerTemplates.textEn')}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={LONGEST_TEXT}
          value={textEn}
          onChange={(event) => setTextEn(event.currentTarget.value)}
        />
        <Text size="xs" c="dimmed">
          {t('answerTemplates.variables', { list: TEMPLATE_VARIABLES.map((one) => `{${one}}`).join(' ') })}
        </Text>
      </DialogForm>
    </OpenDialog>
  );
}
