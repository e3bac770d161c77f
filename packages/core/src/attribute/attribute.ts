/** What a host keeps of a conversation or a contact, under keys of its own schema. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;
