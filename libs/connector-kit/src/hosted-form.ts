import type { ParsedEvent } from './raw-event.js';

/** A page that Wadah itself shows to citizens; works without JavaScript. */
export interface HostedForm<Settings> {
  /** The form's own texts and choices, for the page that the host renders. */
  describe(settings: Settings): HostedFormView;
  /**
   * Reads a submitted form.
   * @returns the event to store, or messages per field in Indonesian and English for the citizen to mend.
   */
  parse(
    fields: Readonly<Record<string, string>>,
    settings: Settings,
    receivedAt: Date,
    photos?: readonly HostedFormPhoto[],
  ): HostedFormOutcome;
  /** Reads an addition written on the tracking page of `ticketCode`. */
  parseAddition(addition: HostedFormAddition, receivedAt: Date): HostedFormOutcome;
}

/** A picture that came with a form: the host keeps its bytes, without what cameras write beside the picture. */
export interface HostedFormPhoto {
  readonly sha256: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly fileName: string;
}

export interface HostedFormField {
  readonly name: string;
  /** `photos`: pictures, which the host keeps. `position`: `latitude,longitude`, asked for where a browser can tell. */
  readonly kind: 'text' | 'textarea' | 'email' | 'tel' | 'checkbox' | 'photos' | 'position';
  readonly label: { readonly id: string; readonly en: string };
  readonly help?: { readonly id: string; readonly en: string };
  readonly isRequired: boolean;
  readonly maxLength?: number;
  readonly autocomplete?: string;
  /** Of `photos`: how many, and bytes of each. */
  readonly maxCount?: number;
  readonly maxBytes?: number;
}

export interface HostedFormView {
  readonly title: { readonly id: string; readonly en: string };
  readonly introduction: { readonly id: string; readonly en: string };
  /** The one of kind `photos`, if any, is offered for additions as well. */
  readonly fields: readonly HostedFormField[];
}

export interface HostedFormAddition {
  readonly ticketCode: string;
  /** External ids of the conversation and author that the report was opened with. */
  readonly conversationExternalId: string;
  readonly authorExternalId: string;
  /** Made once per rendered page, so that a form sent twice is one message. */
  readonly submissionId: string;
  readonly text: string;
  readonly photos?: readonly HostedFormPhoto[];
}

export type HostedFormOutcome =
  | { readonly kind: 'accepted'; readonly event: ParsedEvent; readonly submissionId: string }
  | {
      readonly kind: 'invalid';
      readonly problems: Readonly<Record<string, { readonly id: string; readonly en: string }>>;
    };
