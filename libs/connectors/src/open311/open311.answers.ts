import type { HostedApiAnswer } from '@app/connector-kit';
import { cleanText } from '@app/report-model';
import { XMLBuilder } from 'fast-xml-parser';

export type Open311Format = 'xml' | 'json';

/** An answer before it is written: the same data in the two shapes that the standard gives it. */
export interface Open311Answer {
  readonly status: number;
  readonly xml: Readonly<Record<string, unknown>>;
  readonly json: unknown;
}

type Row = Readonly<Record<string, unknown>>;

const XML = new XMLBuilder({ format: true, suppressEmptyNode: true });
const CONTENT_TYPES = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;
/** No document of XML 1.0 may hold them, not even as references. */
// eslint-disable-next-line no-control-regex
const NOT_FOR_XML = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A list is an array in JSON, and in XML elements named `item` within one named `root`. */
export function listAnswer(root: string, item: string, rows: readonly Row[], status = 200): Open311Answer {
  return { status, xml: { [root]: rows.length > 0 ? { [item]: rows } : '' }, json: rows };
}

/** What went wrong, in the standard's form: one entry for each thing. */
export function errorAnswer(status: number, ...descriptions: readonly string[]): Open311Answer {
  const rows = descriptions.map((description) => ({ code: status, description }));
  return listAnswer('errors', 'error', rows, status);
}

export function writeAnswer({ status, xml, json }: Open311Answer, format: Open311Format): HostedApiAnswer {
  const body =
    format === 'json'
      ? JSON.stringify(json)
      : `<?xml version="1.0" encoding="utf-8"?>\n${String(XML.build(forXml(xml)))}`;
  return { status, contentType: CONTENT_TYPES[format], body };
}

/** Empty elements for what is null, and no character that XML forbids. */
function forXml(value: unknown): unknown {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return cleanText(value).replace(NOT_FOR_XML, '\uFFFD');
  if (Array.isArray(value)) return value.map(forXml);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, forXml(inner)]));
}
