import { ConnectorError, type ConnectorContext, type ReplyTemplate } from '@app/connector-kit';
import { listGraph } from '@app/graph-api';
import { z } from 'zod';
import type { WhatsAppCloudSettings } from './whatsapp-cloud.settings.js';

type Context = ConnectorContext<WhatsAppCloudSettings>;

const templateSchema = z.looseObject({
  name: z.string(),
  language: z.string(),
  status: z.string(),
  category: z.string(),
  components: z.array(
    z.looseObject({
      type: z.string(),
      format: z.string().optional(),
      text: z.string().optional(),
      buttons: z.array(z.looseObject({ type: z.string(), url: z.string().optional() })).optional(),
    }),
  ),
});
type Template = z.infer<typeof templateSchema>;

/** A template that can be sent with words for its body alone. */
export interface WhatsAppTemplate {
  readonly template: ReplyTemplate;
  readonly category: 'UTILITY' | 'MARKETING';
  /** In the order of the parameters: `1`, `2` ... or names, as the template was made. */
  readonly parameterNames: readonly string[];
}

const PLACEHOLDER = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;
const PLAIN_BUTTONS = new Set(['QUICK_REPLY', 'PHONE_NUMBER', 'URL']);

/** Approved templates of the account; those that need a picture, a link or a code of their own are left out. */
export async function listTemplates(context: Context, name?: string): Promise<WhatsAppTemplate[]> {
  const { businessAccountId } = context.settings;
  const query = {
    fields: 'name,language,status,category,components',
    status: 'APPROVED',
    ...(name === undefined ? {} : { name }),
  };
  const request = { path: `${businessAccountId}/message_templates`, query };
  const found = await listGraph(context, request, templateSchema);
  return found.flatMap((template) => readTemplate(template, context.settings) ?? []);
}

/** @throws ConnectorError `reply-refused` when it is not, or no longer, there */
export async function findTemplate(
  context: Context,
  name: string,
  language: string,
): Promise<WhatsAppTemplate> {
  // Meta's `name` finds parts of names, too.
  const found = (await listTemplates(context, name)).find(
    ({ template }) => template.name === name && template.language === language,
  );
  if (found) return found;
  throw new ConnectorError(
    'reply-refused',
    `WhatsApp has no approved template "${name}" (${language}) any more`,
  );
}

function readTemplate(template: Template, settings: WhatsAppCloudSettings): WhatsAppTemplate | undefined {
  const { name, language, status, category, components } = template;
  if (status !== 'APPROVED' || (category !== 'UTILITY' && category !== 'MARKETING')) return undefined;
  const body = components.find(({ type }) => type === 'BODY')?.text;
  if (body === undefined || !components.every(isPlain)) return undefined;
  const parameterNames = [
    ...new Set([...body.matchAll(PLACEHOLDER)].map(([, parameter]) => parameter ?? '')),
  ];
  if (parameterNames.every((parameter) => /^\d+$/.test(parameter))) {
    parameterNames.sort((a, b) => Number(a) - Number(b));
  }
  const numbered = body.replace(PLACEHOLDER, (_whole, parameter: string) => {
    return `{{${parameterNames.indexOf(parameter) + 1}}}`;
  });
  const textOf = (kind: string) => components.find(({ type }) => type === kind)?.text;
  const text = [textOf('HEADER'), numbered, textOf('FOOTER')].filter(Boolean).join('\n\n');
  const costRupiah = category === 'UTILITY' ? settings.utilityCostRupiah : settings.marketingCostRupiah;
  return {
    template: { name, language, text, parameterCount: parameterNames.length, costRupiah },
    category,
    parameterNames,
  };
}

function isPlain({ type, format, text, buttons }: Template['components'][number]): boolean {
  switch (type) {
    case 'BODY':
    case 'FOOTER':
      return true;
    case 'HEADER':
      return format === 'TEXT' && !text?.includes('{{');
    case 'BUTTONS':
      return (buttons ?? []).every((button) => PLAIN_BUTTONS.has(button.type) && !button.url?.includes('{{'));
    default:
      return false;
  }
}
