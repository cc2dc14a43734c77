import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export const FILE_FORMATS = ['xlsx', 'csv', 'print'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

interface Props {
  format: FileFormat;
  onChange: (format: FileFormat) => void;
}

export function FormatChoice({ format, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('exports.format')}
      value={format}
      onChange={(value) => onChange(FILE_FORMATS.find((one) => one === value) ?? 'xlsx')}
    >
      {FILE_FORMATS.map((one) => (
        <Radio
          key={one}
          mt="xs"
          value={one}
          label={t(`exports.formats.${one}`)}
          description={t(`exports.about.${one}`)}
        />
      ))}
    </Radio.Group>
  );
}
