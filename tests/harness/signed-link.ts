/** A link to a file that carries its own permission: until when, and signed. */
export const SIGNED_LINK = /\/files\/[^?]+\?.*\bexpires=\d+&signature=[\w-]{43}$/;
