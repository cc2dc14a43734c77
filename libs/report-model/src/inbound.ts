/** What kind of place a conversation is. In `public` and `group` others can read the answer. */
export const CONVERSATION_KINDS = ['private', 'group', 'public', 'form'] as const;
export type ConversationKind = (typeof CONVERSATION_KINDS)[number];

export const ATTACHMENT_KINDS = [
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'contact',
  'other',
] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

export interface InboundConversation {
  /** The platform's id, unique within the connection. */
  readonly externalId: string;
  /** Other ids under which the platform has named the same conversation: what was stored under one of them goes on. */
  readonly aliases?: readonly string[];
  readonly kind: ConversationKind;
  readonly title?: string;
}

export interface InboundAuthor {
  /** The platform's id of the account; not a phone number unless the platform has nothing else. */
  readonly externalId: string;
  /**
   * Other ids under which the platform has named the same account, e.g. WhatsApp's phone number from the time before
   * user ids: whoever is known under one of them is this person, and stays so when an event names only that one.
   */
  readonly aliases?: readonly string[];
  readonly displayName?: string;
  /** Without the leading @. */
  readonly handle?: string;
  /** E.164 where it could be told. */
  readonly phone?: string;
  readonly email?: string;
  /** The message came from our own account (echo, or a colleague in the platform's app). */
  readonly isOurs?: boolean;
  /** The citizen asked not to be named. */
  readonly isAnonymous?: boolean;
}

export interface InboundAttachment {
  readonly kind: AttachmentKind;
  /** The platform's file id, for a later download. */
  readonly externalId?: string;
  readonly url?: string;
  readonly mimeType?: string;
  readonly fileName?: string;
  readonly sizeBytes?: number;
  /** The host has kept the file already, under this hash: it came through a page of its own. */
  readonly sha256?: string;
  /** What a screen shows for kinds without a file, e.g. a shared contact's name and phone. */
  readonly description?: string;
}

export interface InboundLocation {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  readonly label?: string;
}

/** What a screen says beside a message, beyond what the host finds itself. */
export const INBOUND_NOTES = [
  'quote-hidden',
  'attachments-left-behind',
  'sender-unverified',
  'content-withheld',
] as const;
export type InboundNote = (typeof INBOUND_NOTES)[number];

export interface InboundMessage {
  /** Unique within the connection and stable over edits. */
  readonly externalId: string;
  readonly conversation: InboundConversation;
  readonly author: InboundAuthor;
  /** ISO 8601. */
  readonly sentAt: string;
  readonly text: string;
  /** External id of the message this one answers. */
  readonly replyToExternalId?: string;
  /** Parts with one album id in one conversation are one message. */
  readonly albumId?: string;
  readonly attachments: readonly InboundAttachment[];
  readonly location?: InboundLocation;
  /** Where an officer can open the message on the platform. */
  readonly permalink?: string;
  /** The citizen named the report this belongs to (already checked to be theirs). */
  readonly ticketCode?: string;
  /** A ticket code that stands in the message, unproven: it joins that report only when it is of the same contact. */
  readonly mentionedTicketCode?: string;
  /** The citizen begins anew: being in the same conversation does not make it part of the last report. */
  readonly startsNewMatter?: boolean;
  readonly notes?: readonly InboundNote[];
  /** Secret that opens the tracking page together with the ticket code, as the citizen holds it. */
  readonly trackingSecret?: string;
  /** The citizen asked that the report be shown to nobody but those who handle it. */
  readonly isConfidential?: boolean;
}

export const DELIVERY_STATUSES = ['sent', 'delivered', 'read', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Why a conversation takes no answers, in the words of each language. */
export interface ClosedReason {
  readonly id: string;
  readonly en: string;
}

/** What one raw event means. */
export type NormalisedEvent =
  | { readonly kind: 'message'; readonly message: InboundMessage }
  | {
      readonly kind: 'edit';
      readonly messageExternalId: string;
      /** ISO 8601. */
      readonly editedAt: string;
      readonly text: string;
      readonly attachments: readonly InboundAttachment[];
      /** The whole message as it is now: used when the original never reached us. */
      readonly message: InboundMessage;
    }
  | { readonly kind: 'deletion'; readonly messageExternalId: string; readonly deletedAt: string }
  | {
      readonly kind: 'reaction';
      readonly messageExternalId: string;
      readonly author: InboundAuthor;
      /** Empty: taken back. */
      readonly emoji: string;
    }
  | {
      readonly kind: 'delivery-update';
      readonly replyExternalId: string;
      /** As the answer carried it, where the platform hands it back: finds an answer whose id we never learned. */
      readonly idempotencyKey?: string;
      readonly status: DeliveryStatus;
      readonly reason?: string;
      readonly at: string;
    }
  /** Everything of ours in a conversation up to a moment has arrived or was read, on platforms that name no ids. */
  | {
      readonly kind: 'delivery-watermark';
      readonly conversationExternalId: string;
      readonly status: 'delivered' | 'read';
      /** ISO 8601. */
      readonly upTo: string;
    }
  /** A group that got a new id (Telegram supergroup): the conversation moves, threads stay. */
  | { readonly kind: 'conversation-moved'; readonly fromExternalId: string; readonly toExternalId: string }
  /** A person's account got a new id (WhatsApp: a new number): the person and their private conversation stay. */
  | {
      readonly kind: 'identity-moved';
      /** Old ids of the account, the one most likely known first. */
      readonly fromExternalIds: readonly string[];
      readonly toExternalId: string;
    }
  /** The citizen (or a group's admin) has shut us out of a conversation, or let us in again. */
  | {
      readonly kind: 'reachability';
      readonly conversationExternalId: string;
      /** Why answers cannot be delivered; null: they can. */
      readonly closed: ClosedReason | null;
      /** ISO 8601. */
      readonly at: string;
    }
  | { readonly kind: 'ignored'; readonly reason: string };
