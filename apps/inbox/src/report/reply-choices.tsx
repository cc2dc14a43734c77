import type { ReplyOptions } from '@app/api-contract';
import { TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  limits: NonNullable<ReplyOptions['choices']>;
  choices: readonly string[];
  onChange: (choices: string[]) => void;
}

/** Buttons below the answer: the citizen presses one instead of typing. */
export function ReplyChoices({ limits, choices, onChange }: Props) {
  const { t } = useTranslation();
  const isTooLong = (choice: string) => new TextEncoder().encode(choice).length > limits.maxBytes;
  return (
    <TagsInput
      size="xs"
      aria-label={t('reply.choices')}
      placeholder={choices.length === 0 ? t('reply.choicesHelp') : ''}
      maxTags={limits.maxCount}
      acceptValueOnBlur
      value={[...choices]}
      error={choices.some(isTooLong) ? t('reply.choiceTooLong') : undefined}
      onChange={onChange}
    />
  );
}
