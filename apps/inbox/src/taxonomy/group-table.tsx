import type { Taxonomy } from '@app/api-contract';
import { ActionIcon, Button, Group, Select, Table, Title, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import { useLanguage } from '../locales/use-language.js';
import { TopicDialog } from './topic-dialog.js';
import type { BodyChoices } from './use-bodies.js';

export type TopicGroup = Taxonomy['groups'][number];
export type Topic = TopicGroup['topics'][number];

interface Props {
  group: TopicGroup;
  bodies: readonly BodyChoices[];
  isTaken: (code: string) => boolean;
  onChange: (group: TopicGroup) => void;
}

/** The topics of one group, and who handles each. */
export function GroupTable({ group, bodies, isTaken, onChange }: Props) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const [edited, setEdited] = useState<Topic | 'new' | null>(null);
  const name = group.name[language];
  const replace = (code: string, topic: Topic) =>
    onChange({ ...group, topics: group.topics.map((one) => (one.code === code ? topic : one)) });
  return (
    <section aria-label={name}>
      <Group justify="space-between" mt="lg">
        <Title order={2} size="h4">
          {name}
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('taxonomy.add', { group: name })}
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => setEdited('new')}
        >
          {t('taxonomy.topic')}
        </Button>
      </Group>
      <Table aria-label={name} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('taxonomy.topic')}</Table.Th>
            <Table.Th>{t('taxonomy.handledBy')}</Table.Th>
            <Table.Th w={48}>
              <VisuallyHidden>{t('app.edit')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {group.topics.map((topic) => (
            <Table.Tr key={topic.code}>
              <Table.Td>{topic.name[language]}</Table.Td>
              <Table.Td>
                <Select
                  aria-label={`${t('taxonomy.handledBy')}: ${topic.name[language]}`}
                  size="xs"
                  data={bodies.map(({ group: title, items }) => ({ group: title, items: [...items] }))}
                  value={topic.agency}
                  onChange={(agency) => agency !== null && replace(topic.code, { ...topic, agency })}
                  allowDeselect={false}
                  searchable
                />
              </Table.Td>
              <Table.Td>
                <ActionIcon
                  variant="subtle"
                  aria-label={t('taxonomy.edit', { name: topic.name[language] })}
                  onClick={() => setEdited(topic)}
                >
                  <Icon name="pencil" />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {edited !== null && (
        <TopicDialog
          topic={edited === 'new' ? null : edited}
          group={group}
          isTaken={isTaken}
          onClose={() => setEdited(null)}
          onChange={onChange}
        />
      )}
    </section>
  );
}
