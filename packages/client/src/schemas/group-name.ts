import * as z from 'zod/mini';

/** 1 to 64 characters, unique ignoring case. */
export const GroupName = z.string().check(z.trim(), z.minLength(1), z.maxLength(64));
