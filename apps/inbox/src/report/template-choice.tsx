import type { ReplyTemplate } from '@app/api-contract';
import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useProblemText } from '../api/use-problem-text.js';
import { useNumbers } from '../locales/use-numbers.js';
import type { TemplateDraft } from './draft.js';

interface Props {
  reportId: string;
  isRequired: boolean;
  chosen: TemplateDraft | null;
  onChange: (chosen: TemplateDraft | null) => void;
}

/** Choosing an approved text and filling its parameters. */
export function TemplateChoice({ reportId, isRequired, chosen, onChange }: Props) {
  const { t } = useTranslation();
  const { rupiah } = useNumbers();
  const problemText = useProblemText();
  const { data = [], error } = useQuery({
    queryKey: ['reply-templates', reportId],
    queryFn: ({ signal }) => callApi('listReplyTemplates', { params: { id: reportId }, signal }),
  });
  const keyOf = ({ name, language }: Pick<ReplyTemplate, 'name' | 'language'>) => `${name} (${language})`;
  const choose = (key: string) => {
    const template = data.find((one) => keyOf(one) === key);
    if (!template) return onChange(null);
    const { name, language, text, parameterCount } = template;
    onChange({ name, language, text, parameters: Array.from({ length: parameterCount }, () => '') });
  };
  const cost = data.find((one) => chosen !== null && keyOf(one) === keyOf(chosen))?.costRupiah ?? null;
  return (
    <Stack gap={6}>
      {isRequired && <Text size="xs">{t('reply.needsTemplate')}</Text>}
      <NativeSelect
        size="xs"
        aria-label={t('reply.template')}
        value={chosen === null ? '' : keyOf(chosen)}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[{ value: '', label: t('reply.chooseTemplate') }, ...data.map(keyOf)]}
      />
      {error && (
        <Text size="xs" role="alert">
          {problemText(error)}
        </Text>
      )}
      {chosen?.parameters.map((parameter, index) => (
        <TextInput
          key={index}
          size="xs"
          label={t('reply.parameter', { number: index + 1 })}
          value={parameter}
          maxLength={1000}
          onChange={(event) =>
            onChange({ ...chosen, parameters: chosen.parameters.with(index, event.currentTarget.value) })
          }
        />
      ))}
      {cost !== null && <Text size="xs">{t('reply.cost', { price: rupiah(cost) })}</Text>}
    </Stack>
  );
}
