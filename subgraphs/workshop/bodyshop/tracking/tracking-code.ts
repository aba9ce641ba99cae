/** As the database draws them (`workshop.new_tracking_code`): without 0 and O, 1, I and L, or U, which looks like V. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 6;

/** A code as it is kept, whatever somebody typed: `7kq 2mx` is `7KQ2MX`. What can be none is kept by no card. */
export const codeTyped = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
