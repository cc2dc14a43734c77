import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenDialog } from '../layout/open-dialog.js';
import type { Topic, TopicGroup } from './group-table.js';

const CODE = /^[a-z0-9_.-]{1,60}$/;
const CUE_LINE = /^-?\d+(\.\d+)?: \S.*$/;

interface Props {
  /** Null: a new one. */
  topic: Topic | null;
  group: TopicGroup;
  isTaken: (code: string) => boolean;
  onClose: () => void;
  onChange: (group: TopicGroup) => void;
}

/** Names of a topic and the words that mark it. */
export function TopicDialog({ topic, group, isTaken, onClose, onChange }: Props) {
  const { t } = useTranslation();
  const [nameId, setNameId] = useState(topic?.name.id ?? '');
  const [nameEn, setNameEn] = useState(topic?.name.en ?? '');
  const [code, setCode] = useState(topic?.code ?? `${group.code}.`);
  const [cues, setCues] = useState((topic?.cues ?? []).join('\n'));
  const [isChecked, setChecked] = useState(false);
  const lines = cues.split('\n').map((line) => line.trim());
  const wrongLine = lines.findIndex((line) => line !== '' && !CUE_LINE.test(line));
  const isCodeWrong = topic === null && (!CODE.test(code) || isTaken(code));

  const put = () => {
    const changed: Topic = {
      code,
      name: { id: nameId.trim(), en: nameEn.trim() },
      agency: topic?.agency ?? group.topics[0]?.agency ?? '',
      cues: lines.filter((line) => line !== ''),
    };
    const topics =
      topic === null
        ? [...group.topics, changed]
        : group.topics.map((one) => (one.code === topic.code ? changed : one));
    onChange({ ...group, topics });
    onClose();
  };

  return (
    <OpenDialog
      onClose={onClose}
      size="lg"
      title={
        topic ? t('taxonomy.edit', { name: topic.name.id }) : t('taxonomy.add', { group: group.name.id })
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (wrongLine < 0 && !isCodeWrong) put();
        }}
      >
        <Stack>
          <TextInput
            required
            data-autofocus
            label={t('taxonomy.nameId')}
            maxLength={100}
            value={nameId}
            onChange={(event) => setNameId(event.currentTarget.value)}
          />
          <TextInput
            required
            label={t('taxonomy.nameEn')}
            maxLength={100}
            value={nameEn}
            onChange={(event) => setNameEn(event.currentTarget.value)}
          />
          {topic === null && (
            <TextInput
              required
              label={t('taxonomy.code')}
              description={t('taxonomy.codeHelp')}
              value={code}
              error={isChecked && isCodeWrong && t('taxonomy.codeTaken')}
              onChange={(event) => setCode(event.currentTarget.value.trim().toLowerCase())}
            />
          )}
          <Textarea
            label={t('taxonomy.cues')}
            description={t('taxonomy.cuesHelp')}
            autosize
            minRows={4}
            maxRows={14}
            value={cues}
            error={isChecked && wrongLine >= 0 && t('taxonomy.cuesInvalid', { line: wrongLine + 1 })}
            onChange={(event) => setCues(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            {topic !== null && group.topics.length > 1 && (
              <Button
                variant="subtle"
                color="red"
                mr="auto"
                onClick={() => {
                  onChange({ ...group, topics: group.topics.filter((one) => one.code !== topic.code) });
                  onClose();
                }}
              >
                {t('taxonomy.remove')}
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              {t('app.cancel')}
            </Button>
            <Button type="submit">{t('app.save')}</Button>
          </Group>
        </Stack>
      </form>
    </OpenDialog>
  );
}
