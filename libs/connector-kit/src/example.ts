import type { ParsedEvent } from './raw-event.js';

/** A made-up message of a made-up person, to show a new installation with something in it. */
export interface ExampleMessage {
  /** Unique among the examples of a connection, from 1. */
  readonly number: number;
  /** The same number is the same person. */
  readonly author: { readonly number: number; readonly name: string };
  readonly sentAt: Date;
  readonly text: string;
  /** What comes with the text, or in its place; a channel takes what it knows. */
  readonly extra?: 'group' | 'photo' | 'location' | 'edit';
}

/** How a channel would deliver examples. Pure. */
export interface ConnectorExample {
  /** Complete settings that lead to no account. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** `edit`: the person changes their message of this number to the text. */
  event(message: ExampleMessage): ParsedEvent;
}
